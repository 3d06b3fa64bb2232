import type { Finding, ScanResult } from '../model/finding.ts';
import { fingerprintsOf } from './fingerprint.ts';

export type ReadBaseline = { readonly ok: true; readonly fingerprints: ReadonlySet<string>; readonly files: ReadonlySet<string>; readonly truncated: boolean } | { readonly ok: false; readonly reason: string };

/** The name under which SARIF holds fingerprints of ours. */
export const fingerprintName = 'flameline/v1';
/** Who wrote a SARIF file. */
export const toolName = 'Flameline';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const wrong = (field: string, expected: string): ReadBaseline => ({ ok: false, reason: `\`${field}\` must be ${expected}` });

interface KnownFinding {
  /** Where the fingerprint stands. */
  readonly field: string;
  readonly fingerprint: unknown;
  readonly file: unknown;
}

const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((inside: unknown, name) => (Array.isArray(inside) && typeof name === 'number' ? inside[name] : isRecord(inside) ? inside[name] : undefined), value);

const decode = (uri: unknown): unknown => {
  try {
    return typeof uri === 'string' ? decodeURIComponent(uri) : undefined;
  } catch {
    return undefined;
  }
};

const readSarifResults = (run: unknown, name: string): readonly KnownFinding[] | string => {
  if (!isRecord(run) || !Array.isArray(run.results)) return `${name}.results`;
  return run.results.map((result: unknown, index) => ({
    field: `${name}.results[${index}].partialFingerprints["${fingerprintName}"]`,
    fingerprint: at(result, 'partialFingerprints', fingerprintName),
    file: decode(at(result, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri')),
  }));
};

/** The first tool that is not ours. */
const otherTool = (runs: readonly unknown[]): string | undefined =>
  runs.map((run) => at(run, 'tool', 'driver', 'name')).find((name) => typeof name === 'string' && name !== toolName)?.toString();

const collect = (found: readonly KnownFinding[], truncated: boolean): ReadBaseline => {
  const fingerprints = new Set<string>();
  for (const { field, fingerprint } of found) {
    if (typeof fingerprint !== 'string') return wrong(field, 'a text');
    fingerprints.add(fingerprint);
  }
  return { ok: true, fingerprints, files: new Set(found.flatMap(({ file }) => (typeof file === 'string' ? [file] : []))), truncated };
};

const readDocument = (document: unknown): ReadBaseline => {
  if (!isRecord(document)) return { ok: false, reason: 'it must be what `flameline scan` writes with `--format json` or `sarif`' };
  if (Array.isArray(document.runs)) {
    const other = otherTool(document.runs);
    if (other !== undefined) return { ok: false, reason: `it was written by ${other}, not by ${toolName}` };
    const runs = document.runs.map((run, index) => readSarifResults(run, `runs[${index}]`));
    const missing = runs.find((run) => typeof run === 'string');
    return missing === undefined ? collect(runs.flatMap((run) => (typeof run === 'string' ? [] : run)), document.runs.some((run) => at(run, 'properties', 'truncated') === true)) : wrong(missing, 'a list');
  }
  if (document.version !== 1) return wrong('version', '1, or `runs` a list');
  if (!Array.isArray(document.findings)) return wrong('findings', 'a list');
  return collect(document.findings.map((finding: unknown, index) => ({ field: `findings[${index}].fingerprint`, fingerprint: at(finding, 'fingerprint'), file: at(finding, 'file') })), document.truncated === true);
};

/** An earlier scan as JSON or SARIF. The first field that is not what a scan writes is named. */
export const readBaseline = (text: string): ReadBaseline => {
  try {
    return readDocument(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return { ok: false, reason: `it is no JSON: ${error instanceof Error ? error.message : 'it can not be read'}` };
  }
};

/** Says of each finding whether the baseline has it. */
export const markBaseline = (result: ScanResult, known: ReadonlySet<string>): ScanResult => {
  const fingerprints = fingerprintsOf(result.findings);
  const isKnown = (finding: Finding): boolean => known.has(fingerprints.get(finding) ?? '');
  return { ...result, findings: result.findings.map((finding) => ({ ...finding, baseline: isKnown(finding) ? 'unchanged' : 'new' })) };
};

/** Findings that ask for something: neither silenced nor known from the baseline. */
export const isOpen = ({ suppressed, baseline }: Finding): boolean => !suppressed && baseline !== 'unchanged';
