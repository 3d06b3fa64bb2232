import { formatCount, formatCounted } from '../../core/report/format-numbers.ts';
import type { FileFindings, ScanSummary } from './findings-state.ts';

/** The view's sentence after a scan; empty before the first. What could not be read is said, never counted as clean. */
export function describeFindings(files: readonly FileFindings[], summary: ScanSummary | null): string {
  if (summary === null) return '';
  const open = files.map(({ findings }) => findings.filter(({ suppressed }) => !suppressed).length);
  const count = open.reduce((sum, one) => sum + one, 0);
  const found = count === 0 ? 'No findings' : `${formatCounted(count, 'finding')} in ${formatCounted(open.filter((one) => one > 0).length, 'file')}`;
  const { filesScanned, filesSkipped, filesUnreadable } = summary;
  const skipped = filesSkipped - filesUnreadable;
  const parts = [
    `${formatCounted(filesScanned, 'file')} looked at`,
    skipped > 0 ? `${formatCount(skipped)} left out (dependencies, tests, generated …)` : '',
    filesUnreadable > 0 ? `${formatCount(filesUnreadable)} could not be read` : '',
  ];
  return `${found}. ${parts.filter((part) => part !== '').join(', ')}.`;
}
