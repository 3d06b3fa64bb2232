import type { Finding, ScanResult, SkippedFile } from '../model/finding.ts';
import { configName } from '../config/config-schema.ts';
import { isOpen } from './baseline.ts';
import { formatCount, formatCounted } from './format-numbers.ts';

/** Reasons that say a file could not be read for what it is; the others are choices. */
const chosen = new Set(['dependencies', 'ignored by git', 'built code', 'generated', 'minified', 'test', 'migration', 'seed', 'script', 'example', 'configuration', `ignored by ${configName}`]);

export const unreadable = ({ reason }: SkippedFile): boolean => !chosen.has(reason);

/** "812 files read; skipped: 120 test, 4 generated." */
export const describeFiles = ({ filesScanned, filesSkipped }: ScanResult): string => {
  const reasons = new Map<string, number>();
  for (const skipped of filesSkipped) {
    const reason = unreadable(skipped) ? 'unreadable' : skipped.reason;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const parts = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${formatCount(count)} ${reason}`);
  return `${formatCounted(filesScanned, 'file')} read${parts.length > 0 ? `; skipped: ${parts.join(', ')}` : ''}.`;
};

/** How far calls could be followed. */
export const describeCoverage = ({ coverage: { resolved, calls } }: ScanResult): string =>
  calls === 0 ? 'No calls in loops to follow.' : `Calls in loops that could be followed: ${formatCount(resolved)} of ${formatCount(calls)} (${Math.round((100 * resolved) / calls)} %).`;

export const describeFindings = (findings: readonly Finding[]): string => {
  const open = findings.filter(isOpen).length;
  const silenced = findings.filter(({ suppressed }) => suppressed).length;
  const known = findings.length - open - silenced;
  const asked = findings.some(({ baseline }) => baseline) ? 'new finding' : 'finding';
  const rest = [silenced > 0 ? `, ${formatCount(silenced)} silenced in the source` : '', known > 0 ? `, ${formatCount(known)} known from the baseline` : ''].join('');
  return `${open === 0 ? `No ${asked}s` : formatCounted(open, asked)}${rest}.`;
};
