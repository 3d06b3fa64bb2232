import type { ScanResult } from '../model/finding.ts';
import { isOpen } from './baseline.ts';
import { describeCoverage, describeFiles, describeFindings, unreadable } from './describe-scan.ts';
import { escapeMarkdown, quoteMarkdown } from './markdown-text.ts';

/** For a pull request or a chat. */
export const writeScanMarkdown = (result: ScanResult): string => {
  const open = result.findings.filter(isOpen);
  const rows = open.map(
    ({ file, line, severity, rule, message, chain }) =>
      `| ${quoteMarkdown(`${file}:${line}`, 300)} | ${severity} | ${rule} | ${escapeMarkdown(message)} | ${chain.slice(1).map((hop) => quoteMarkdown(`${hop.file}:${hop.line}`, 300)).join(' → ')} |`,
  );
  const skipped = result.filesSkipped.filter(unreadable).map(({ file, reason }) => `- ${quoteMarkdown(file, 300)} was not read: ${escapeMarkdown(reason)}`);
  const sections = [
    [`**${describeFindings(result.findings)}**`],
    rows.length === 0 ? [] : ['| Where | Severity | Rule | What | Way |', '| :--- | :--- | :--- | :--- | :--- |', ...rows],
    skipped,
    [describeFiles(result), describeCoverage(result)],
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
};
