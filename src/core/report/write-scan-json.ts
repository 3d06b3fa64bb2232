import type { Finding, ScanResult } from '../model/finding.ts';

const writeFinding = ({ rule, kind, message, severity, file, line, column, endLine, endColumn, chain, advice, alsoMatches, suppressed }: Finding): object => ({
  rule, kind, message, severity, file, line, column, endLine, endColumn,
  chain: chain.map((hop) => ({ file: hop.file, line: hop.line, column: hop.column, label: hop.label })),
  advice,
  ...(alsoMatches.length > 0 && { alsoMatches }),
  ...(suppressed && { suppressed }),
});

/** Lines and columns count from 1; paths are relative to `root`, with forward slashes. */
export const writeScanJson = ({ root, filesScanned, filesSkipped, coverage, findings, truncated }: ScanResult): string =>
  `${JSON.stringify({ version: 1, root, filesScanned, filesSkipped, coverage, findings: findings.map(writeFinding), truncated }, null, 2)}\n`;
