import type { Finding, ScanResult } from '../model/finding.ts';
import { isOpen } from './baseline.ts';
import { describeCoverage, describeFiles, describeFindings, unreadable } from './describe-scan.ts';
import { visibleText } from './visible-text.ts';

const longestText = 400;
const dim = (text: string, color: boolean): string => (color ? `\u001b[2m${text}\u001b[22m` : text);

const writeFinding = ({ file, line, column, severity, rule, message, chain, advice }: Finding, color: boolean): string[] => [
  `${visibleText(file, longestText)}:${line}:${column}  ${severity}  ${rule}`,
  `  ${visibleText(message, longestText)}`,
  ...chain.slice(1).map((hop) => dim(`  → ${visibleText(hop.label)}  ${visibleText(hop.file, longestText)}:${hop.line}`, color)),
  dim(`  ${visibleText(advice, longestText)}`, color),
  '',
];

/** For a terminal: findings, the way to each call, what could not be read, and how far the analysis saw. */
export const writeScanText = (result: ScanResult, color: boolean): string => {
  const open = result.findings.filter(isOpen);
  const lines = [
    ...open.flatMap((finding) => writeFinding(finding, color)),
    ...result.filesSkipped.filter(unreadable).map(({ file, reason }) => `${visibleText(file, longestText)}: not read, ${visibleText(reason)}`),
    describeFindings(result.findings) + (result.truncated ? ' There are more; this is where the list ends.' : ''),
    describeFiles(result),
    describeCoverage(result),
  ];
  return `${lines.join('\n')}\n`;
};
