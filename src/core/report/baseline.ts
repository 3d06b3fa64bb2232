import type { Finding, ScanResult } from '../model/finding.ts';
import { fingerprintsOf } from './fingerprint.ts';

export type ReadBaseline = { readonly ok: true; readonly fingerprints: ReadonlySet<string> } | { readonly ok: false; readonly reason: string };

/** The name under which SARIF holds fingerprints of ours. */
export const fingerprintName = 'flameline/v1';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const wrong = (field: string, expected: string): ReadBaseline => ({ ok: false, reason: `\`${field}\` must be ${expected}` });

const readSarifResults = (run: unknown, at: string): readonly (readonly [field: string, fingerprint: unknown])[] | string => {
  if (!isRecord(run) || !Array.isArray(run.results)) return `${at}.results`;
  return run.results.map((result: unknown, index) => {
    const prints = isRecord(result) && isRecord(result.partialFingerprints) ? result.partialFingerprints : {};
    return [`${at}.results[${index}].partialFingerprints["${fingerprintName}"]`, prints[fingerprintName]] as const;
  });
};

const collect = (found: readonly (readonly [field: string, fingerprint: unknown])[]): ReadBaseline => {
  const fingerprints = new Set<string>();
  for (const [field, fingerprint] of found) {
    if (typeof fingerprint !== 'string') return wrong(field, 'a text');
    fingerprints.add(fingerprint);
  }
  return { ok: true, fingerprints };
};

const readDocument = (document: unknown): ReadBaseline => {
  if (!isRecord(document)) return { ok: false, reason: 'it must be what `flameline scan` writes with `--format json` or `sarif`' };
  if (Array.isArray(document.runs)) {
    const runs = document.runs.map((run, index) => readSarifResults(run, `runs[${index}]`));
    const missing = runs.find((run) => typeof run === 'string');
    return missing === undefined ? collect(runs.flatMap((run) => (typeof run === 'string' ? [] : run))) : wrong(missing, 'a list');
  }
  if (document.version !== 1) return wrong('version', '1, or `runs` a list');
  if (!Array.isArray(document.findings)) return wrong('findings', 'a list');
  return collect(document.findings.map((finding: unknown, index) => [`findings[${index}].fingerprint`, isRecord(finding) ? finding.fingerprint : undefined] as const));
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
