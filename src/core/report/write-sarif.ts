import type { Finding, FindingHop, ScanResult, Severity } from '../model/finding.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

const toUri = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const location = ({ file, line, column, endLine, endColumn }: FindingHop | Finding): object => ({
  physicalLocation: {
    artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  },
});

const hopLocation = (hop: FindingHop): object => ({ ...location(hop), message: { text: hop.label || 'call' } });

/** FNV-1a over what stays when lines above change: rule, file, message, and which of its equals it is. */
const fingerprint = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
};

const result = (finding: Finding, nth: number): object => {
  const { rule, message, severity, chain, file, kind, advice, alsoMatches, suppressed } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: `${message} ${advice}`.trim() },
    locations: [location(finding)],
    ...(chain.length > 0 && { codeFlows: [{ threadFlows: [{ locations: chain.map((hop) => ({ location: hopLocation(hop) })) }] }], relatedLocations: chain.map(hopLocation) }),
    partialFingerprints: { 'flameline/v1': fingerprint([rule, file, message, ...chain.map(({ label }) => label), nth].join('\0')) },
    ...(suppressed && { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
    properties: { kind, severity, alsoMatches },
  };
};

/** How many findings before this one say the same of the same file. */
const numbered = (findings: readonly Finding[]): object[] => {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.rule}\0${finding.file}\0${finding.message}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return result(finding, nth);
  });
};

/** A rule as SARIF lists it. */
export interface SarifRule {
  readonly id: string;
  readonly summary: string;
}

/** SARIF 2.1.0: one run; silenced findings stay, with their justification; files that could not be read are notifications. */
export const writeSarif = (scan: ScanResult, version: string, rules: readonly SarifRule[] = []): string => {
  const described = new Map(rules.map(({ id, summary }) => [id, summary]));
  const used = [...new Set([...described.keys(), ...scan.findings.map(({ rule }) => rule)])];
  const skipped = scan.filesSkipped.map(({ file, reason }) => ({
    level: 'note',
    message: { text: `Not read: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' } } }],
  }));
  const run = {
    tool: { driver: { name: 'Flameline', version, rules: used.map((id) => ({ id, shortDescription: { text: described.get(id) ?? id } })) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: skipped }],
    results: numbered(scan.findings),
    properties: { coverage: scan.coverage, filesScanned: scan.filesScanned, truncated: scan.truncated },
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
};
