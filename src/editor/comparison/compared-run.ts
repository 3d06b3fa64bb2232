import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import type { RecordingEntry } from '../../session/index.ts';
import { clockTime } from '../words/clock-time.ts';

/** One side of a comparison. */
export interface ComparedRun {
  /** Absolute: a recording's folder or a profile file. */
  readonly path: string;
  readonly label: string;
  /** When it began or was written, ms; the earlier one of two is "before". */
  readonly time: number;
}

/** Named by when it began, not by how long ago: the name stands in a tab for hours. */
export function runOfRecording({ path, manifest }: Pick<RecordingEntry, 'path' | 'manifest'>): ComparedRun {
  const time = manifest ? Date.parse(manifest.startedAt) : NaN;
  const label = manifest ? [manifest.label, clockTime(manifest.startedAt)].filter((part) => part !== '').join(', ') : basename(path);
  return { path, label, time: Number.isNaN(time) ? 0 : time };
}

export async function runOfFile(path: string): Promise<ComparedRun> {
  const time = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);
  return { path, label: basename(path), time };
}

/** The earlier one first; two of one name are told by their folders. */
export function orderRuns(one: ComparedRun, other: ComparedRun): readonly [before: ComparedRun, after: ComparedRun] {
  const named = one.label === other.label ? [one, other].map((run) => ({ ...run, label: `${basename(dirname(run.path))}/${run.label}` })) : [one, other];
  const [first, second] = named;
  return second.time < first.time ? [second, first] : [first, second];
}
