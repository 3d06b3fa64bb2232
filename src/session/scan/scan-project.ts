import { type FileRole, fileRole } from '../../core/callgraph/file-role.ts';
import { configName } from '../../core/config/config-schema.ts';
import { rulesOf, withSeverities } from '../../core/config/apply-rules.ts';
import type { ScanResult, SkippedFile } from '../../core/model/finding.ts';
import { Checker } from '../../core/rules/check-file.ts';
import { withFingerprints } from '../../core/report/fingerprint.ts';
import { rankFindings } from '../../core/rules/rank-findings.ts';
import type { ScanProgress, ScanRequest } from '../../protocol/worker.ts';
import { openKeptFacts } from './kept-facts.ts';
import { loadParser } from './load-parser.ts';
import { loadRegexpsFor } from './load-regexps.ts';
import { Project } from './project.ts';
import { hashText } from './scan-source.ts';
import { ProgressTeller } from './tell-progress.ts';

/** Most findings a result holds: GitHub takes so many results of a run in SARIF. Whoever shows them lists fewer. */
const mostFindings = 25_000;

const isWanted = (path: string, wanted: readonly string[]): boolean => wanted.some((prefix) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`));

interface Selection {
  /** Files that are looked at. */
  readonly looked: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** Files named by themselves are looked at whatever their role, and so is what has its role from the name of a folder that was named. */
const isNamed = (path: string, role: FileRole, named: readonly string[]): boolean =>
  named.some((name) => path === name || (name !== '' && path.startsWith(`${name}/`) && role === fileRole(path) && fileRole(path.slice(name.length + 1)) === 'source'));

const select = (project: Project, paths: readonly string[]): Selection => {
  const looked: string[] = [];
  const skipped: SkippedFile[] = [...project.walked.skipped];
  for (const path of project.walked.sources) {
    const source = project.source(path);
    if (!source || !isWanted(path, paths)) continue;
    if (source.reason !== null) skipped.push({ file: path, reason: source.reason });
    else if (project.isIgnored(path)) skipped.push({ file: path, reason: `ignored by ${configName}` });
    else if (source.role !== 'source' && !isNamed(path, source.role, paths)) skipped.push({ file: path, reason: source.role });
    else looked.push(path);
  }
  return { looked, skipped };
};

const toSkipped = (file: string, reason: string | null): SkippedFile[] => (reason === null ? [] : [{ file, reason }]);

/** Everything a result depends on beside the scanner itself. */
const keyOf = (project: Project, { paths, rules }: ScanRequest): string => {
  const { walked, settings } = project;
  const sources = walked.sources.map((path) => [path, project.source(path)?.hash]);
  return hashText(JSON.stringify([paths, rules, walked.skipped, { ...settings, dependencies: [...settings.dependencies] }, sources]));
};

const check = (project: Project, { root, paths, rules: ids }: ScanRequest, progress: ProgressTeller): ScanResult => {
  const { config } = project.settings;
  const rules = rulesOf(ids, config);
  const { looked, skipped } = select(project, paths);
  project.include(looked);
  // A file that was named is parsed whatever its text says: whether it is sound is asked, too.
  const suspects = looked.filter((path) => paths.includes(path) || project.source(path)?.rules.some((id) => rules.some((rule) => rule.id === id)));
  progress.begin(looked.length);
  progress.read(looked.length - suspects.length);
  const checker = new Checker(project, rules, (path) => path);
  const findings = suspects.flatMap((path) => {
    const facts = project.facts(path);
    const found = facts ? withSeverities(checker.check(facts), config) : [];
    progress.read(1, found);
    return found;
  });
  progress.end();
  // A file that only calls were followed into is skipped already, or was not asked for.
  const unread = looked.flatMap((file) => toSkipped(file, project.failure(file)));
  const ranked = withFingerprints(rankFindings(findings));
  return {
    root,
    filesScanned: looked.length - unread.length,
    filesSkipped: [...skipped, ...unread],
    coverage: checker.coverage.get(),
    findings: ranked.slice(0, mostFindings),
    truncated: ranked.length > mostFindings,
  };
};

const repeat = (result: ScanResult, progress: ProgressTeller): ScanResult => {
  progress.begin(result.filesScanned);
  progress.read(result.filesScanned, result.findings);
  progress.end();
  return result;
};

/** Runs in the analysis thread. A scan of what has not changed since the last one gives what that found. */
export async function scanProject(request: ScanRequest, tell: (progress: ScanProgress) => void): Promise<ScanResult> {
  const { root, factsFolder } = request;
  const progress = new ProgressTeller(tell, () => performance.now());
  const kept = openKeptFacts(factsFolder, root);
  try {
    const project = new Project(root, kept?.pack ?? null);
    const key = keyOf(project, request);
    const known = kept?.result(key) ?? null;
    if (known) return repeat(known, progress);
    project.parseWith(await loadParser(), await loadRegexpsFor(request.rules));
    const result = check(project, request, progress);
    kept?.save(project.packed(), key, result);
    return result;
  } finally {
    kept?.pack.close();
  }
}
