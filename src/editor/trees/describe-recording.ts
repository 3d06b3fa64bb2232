import type { RecordingManifest } from '../../session/index.ts';
import { formatTime } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { relativeTime } from '../words/relative-time.ts';

export type RecordingMark = 'partial' | 'failed' | 'stale';

/** What sets a recording apart; the words stand in the row, not only an icon. */
export function recordingMarks({ partial, exitCode, signal }: RecordingManifest, stale: boolean): RecordingMark[] {
  const failed = !partial && (signal !== null || (exitCode !== null && exitCode !== 0));
  return [...(partial ? ['partial' as const] : []), ...(failed ? ['failed' as const] : []), ...(stale ? ['stale' as const] : [])];
}

/** `ran 1.50 s  2 min ago  partial`. */
export const describeRecording = (manifest: RecordingManifest, marks: readonly RecordingMark[], nowMs: number): string =>
  [`ran ${formatTime(manifest.durationMs)}`, relativeTime(manifest.startedAt, nowMs), marks.join(', ')].filter((part) => part !== '').join('  ');

/** Everything worth knowing about a run, one fact a line, plain text. */
export function explainRecording(manifest: RecordingManifest, marks: readonly RecordingMark[]): string {
  const { file, args, startedAt, nodeVersion, loader, intervalUs, exitCode, signal, git } = manifest;
  return [
    `${visibleText(file, 300)}${args.length > 0 ? ` ${visibleText(args.join(' '), 300)}` : ''}`,
    `${new Date(startedAt).toLocaleString()} · Node ${visibleText(nodeVersion.replace(/^v/, ''))}${loader === 'none' ? '' : ` · ${visibleText(loader)}`} · every ${formatTime(intervalUs / 1000)}`,
    `Ran ${formatTime(manifest.durationMs)} from start to exit; the times in the code are CPU time of what was measured`,
    git ? `Commit ${visibleText(git.commit).slice(0, 10)}${git.dirty ? ' with uncommitted changes' : ''}` : '',
    manifest.partial ? `Partial: ${visibleText(manifest.reason || 'it did not run to its end', 200)}` : '',
    marks.includes('failed') ? `Failed: ${signal ? `ended by ${visibleText(signal)}` : `exit code ${exitCode}`}` : '',
    marks.includes('stale') ? 'Stale: the file was edited after the run' : '',
    ...manifest.problems.slice(0, 10).map(({ message }) => visibleText(message, 300)),
  ].filter((line) => line !== '').join('\n');
}
