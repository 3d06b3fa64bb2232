import { extractFacts } from '../../src/core/callgraph/extract-facts.ts';
import type { FileFacts } from '../../src/core/callgraph/facts.ts';
import type { ProjectHost } from '../../src/core/callgraph/project-host.ts';
import { ModuleResolver } from '../../src/core/callgraph/resolve-module.ts';
import { TextIndex } from '../../src/core/callgraph/text-index.ts';
import type { Finding } from '../../src/core/model/finding.ts';
import { allRules, noteReaders } from '../../src/core/rules/all-rules.ts';
import { Checker } from '../../src/core/rules/check-file.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { findBacktracking } from '../../src/core/syntax/regexps/find-backtracking.ts';
import { loadRegexps } from '../../src/session/scan/load-regexps.ts';
import { loadParser } from '../../src/session/scan/load-parser.ts';

/** Files of a drawn project, by path. */
export type DrawnFiles = ReadonlyMap<string, string>;

const expectation = /^ *~+(?:…)? /;

/** `=== src/a.ts` begins a file; what stands before the first is a description; lines of squiggles are expectations. */
export function readCase(text: string): { readonly description: string; readonly files: DrawnFiles } {
  const [description, ...parts] = text.split(/^=== /m);
  const files = parts.map((part) => {
    const [path, ...lines] = part.split('\n');
    return [path.trim(), lines.filter((line) => !expectation.test(line)).join('\n')] as const;
  });
  return { description, files: new Map(files) };
}

const parser = await loadParser();
const analyseRegexp = await loadRegexps();

export function hostOf(files: DrawnFiles): ProjectHost {
  const facts = new Map<string, FileFacts>();
  const index = new TextIndex(new Set());
  for (const [path, text] of files) {
    if (path.endsWith('.prisma')) continue;
    const extraction = extractFacts(parser, path, text, noteReaders);
    if (!extraction.ok) throw new Error(`${path}: ${extraction.reason}`);
    facts.set(path, extraction.facts);
    index.add(path, text);
  }
  const resolver = new ModuleResolver({ files: new Set(files.keys()), aliases: [], packages: [], prismaClients: [] });
  return {
    clients: [],
    isEntry: () => false,
    facts: (path) => facts.get(path) ?? null,
    resolve: (from, specifier) => resolver.resolve(from, specifier),
    packageName: (from, specifier) => resolver.packageName(from, specifier),
    filesDeriving: (name) => index.filesDeriving(name),
    schemas: () => [...files].flatMap(([path, text]) => (path.endsWith('.prisma') ? [{ path, text }] : [])),
    filesMarked: (mark) => index.filesMarked(mark),
    filesWithClass: (name) => index.filesWithClass(name),
    importers: (path) => index.importers(path, (from, specifier) => resolver.resolve(from, specifier)),
    backtracking: (source, flags) => findBacktracking(analyseRegexp, source, flags),
    uses: (modules) => index.uses(modules),
  };
}

/** The findings of all files of a drawn project, by path. */
export function checkFiles(files: DrawnFiles, ids: readonly string[] = [], rules: readonly Rule[] = allRules): Map<string, Finding[]> {
  const host = hostOf(files);
  const checker = new Checker(host, ids.length === 0 ? rules : rules.filter(({ id }) => ids.includes(id)), (path) => path);
  return new Map(
    [...files.keys()].map((path) => {
      const facts = host.facts(path);
      return [path, facts ? checker.check(facts) : []];
    }),
  );
}

/** `  ~~~~ n-plus-one warning > src/b.ts:5` under the call. */
function drawFinding({ rule, severity, file, line, column, endLine, endColumn, chain, suppressed }: Finding, code: string): string {
  const end = endLine === line ? endColumn : code.length + 1;
  const last = chain.at(-1);
  const way = last && (last.file !== file || last.line !== line) ? ` > ${last.file}:${last.line}` : '';
  return `${' '.repeat(column - 1)}${'~'.repeat(Math.max(1, end - column))}${endLine === line ? '' : '…'} ${rule} ${severity}${way}${suppressed ? `, silenced: ${suppressed.reason}` : ''}`;
}

/** The case as it should be written: every finding as a squiggle under its code. */
export function drawCase({ description, files }: ReturnType<typeof readCase>, ids: readonly string[] = [], rules: readonly Rule[] = allRules): string {
  const found = checkFiles(files, ids, rules);
  const parts = [...files].map(([path, text]) => {
    const lines = text.split('\n').flatMap((code, index) => [code, ...(found.get(path) ?? []).filter(({ line }) => line === index + 1).map((finding) => drawFinding(finding, code))]);
    return `=== ${path}\n${lines.join('\n')}`;
  });
  return description + parts.join('');
}
