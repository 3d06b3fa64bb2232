import type { Finding, ScanResult } from '../model/finding.ts';
import { fingerprintsOf } from './fingerprint.ts';

const writeFinding = ({ rule, kind, message, severity, file, line, column, endLine, endColumn, chain, advice, alsoMatches, suppressed }: Finding, fingerprint: string): object => ({
  rule, kind, message, severity, file, line, column, endLine, endColumn,
  chain: chain.map((hop) => ({ file: hop.file, line: hop.line, column: hop.column, label: hop.label })),
  advice,
  fingerprint,
  ...(alsoMatches.length > 0 && { alsoMatches }),
  ...(suppressed && { suppressed }),
});

/** Lines and columns count from 1; paths are relative to `root`, with forward slashes. With a baseline only what is new is written. */
export const writeScanJson = ({ root, filesScanned, filesSkipped, coverage, findings, truncated }: ScanResult): string => {
  const fingerprints = fingerprintsOf(findings);
  const written = findings.filter(({ baseline }) => baseline !== 'unchanged').map((finding) => writeFinding(finding, fingerprints.get(finding) ?? ''));
  return `${JSON.stringify({ version: 1, root, filesScanned, filesSkipped, coverage, findings: written, truncated }, null, 2)}\n`;
};
