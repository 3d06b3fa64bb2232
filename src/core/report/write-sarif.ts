import type { Finding, FindingHop, PlacedFix, ScanResult, Severity } from '../model/finding.ts';
import { fingerprintName, toolName } from './baseline.ts';
import { unreadable } from './describe-scan.ts';
import { fingerprintsOf } from './fingerprint.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

const toUri = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const location = ({ file, line, column, endLine, endColumn }: FindingHop | Finding): object => ({
  physicalLocation: {
    artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  },
});

const hopLocation = (hop: FindingHop): object => ({ ...location(hop), message: { text: hop.label || 'call' } });

const fix = (file: string, { title, edits }: PlacedFix): object => ({
  description: { text: title },
  artifactChanges: [{
    artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' },
    replacements: edits.map(({ line, column, endLine, endColumn, text }) => ({ deletedRegion: { startLine: line, startColumn: column, endLine, endColumn }, insertedContent: { text } })),
  }],
});

const result = (finding: Finding, fingerprint: string): object => {
  const { rule, message, severity, chain, kind, advice, alsoMatches, suppressed, baseline, file, fixes = [] } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: `${message} ${advice}`.trim() },
    locations: [location(finding)],
    ...(chain.length > 0 && { codeFlows: [{ threadFlows: [{ locations: chain.map((hop) => ({ location: hopLocation(hop) })) }] }], relatedLocations: chain.map(hopLocation) }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map((one) => fix(file, one)) }),
    ...(baseline && { baselineState: baseline }),
    ...(suppressed && { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
    properties: { kind, severity, alsoMatches },
  };
};

const results = (findings: readonly Finding[]): object[] => {
  const fingerprints = fingerprintsOf(findings);
  return findings.map((finding) => result(finding, fingerprints.get(finding) ?? ''));
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
    level: unreadable({ file, reason }) ? 'warning' : 'note',
    message: { text: `Not read: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(file), uriBaseId: '%SRCROOT%' } } }],
  }));
  const run = {
    tool: { driver: { name: toolName, version, rules: used.map((id) => ({ id, shortDescription: { text: described.get(id) ?? id } })) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: skipped }],
    results: results(scan.findings),
    properties: { coverage: scan.coverage, filesScanned: scan.filesScanned, truncated: scan.truncated },
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
};
