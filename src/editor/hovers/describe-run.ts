import type { OpenedRecording } from '../../session/index.ts';
import { formatRoughShare } from '../../core/report/format-numbers.ts';
import { displayFile } from '../../core/report/display-file.ts';
import { escapeMarkdown } from '../words/safe-text.ts';
import { relativeTime } from '../words/relative-time.ts';

/** `Run "node src/import.ts", 2 min ago, Node 24.21, overhead about 3 %` as plain text, every part passed through `say`. */
export function describeRun(opened: OpenedRecording, nowMs: number, say: (text: string) => string = escapeMarkdown): string {
  const { path, manifest, analysis } = opened;
  const [main] = analysis.recordings;
  const overhead = main?.overheadShare === null || !main ? '' : `overhead about ${formatRoughShare(main.overheadShare)}`;
  const partial = sayPartial(opened, say).replace(/^P/, 'p');
  if (!manifest) return [`Profile ${say(path.replace(/^.*[\\/]/, ''))}`, overhead, partial].filter(Boolean).join(', ');
  const file = displayFile(manifest.file, manifest.cwd, manifest.cwd.startsWith('/') ? 'posix' : 'win32');
  const command = ['node', file, ...manifest.args].join(' ');
  const node = manifest.nodeVersion.replace(/^v/, '').split('.').slice(0, 2).join('.');
  return [`Run "${say(command)}"`, relativeTime(manifest.startedAt, nowMs), node && `Node ${say(node)}`, overhead, partial].filter(Boolean).join(', ');
}

/** `Partial: it was stopped`, of the first recording that is; empty when all are whole. */
export function sayPartial({ analysis }: OpenedRecording, say: (text: string) => string): string {
  const partial = analysis.recordings.find((recording) => recording.partial);
  return partial ? `Partial: ${say(partial.reason || 'it did not run to its end')}` : '';
}
