import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listRecordingNames, manifestFile } from './recording-folder.ts';
import { deleteRecording } from './recordings.ts';
import { isSameProcess, readRunRecord } from './run-record.ts';

export interface StoreLimits {
  /** Most recordings kept. */
  readonly count: number;
  /** Most bytes kept, over all recordings. */
  readonly bytes: number;
}

const measure = async (folder: string): Promise<number> => {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** A run goes on while the process that records it lives. */
const isRunning = async (folder: string): Promise<boolean> => {
  if (await stat(join(folder, manifestFile)).catch(() => null)) return false;
  const run = await readRunRecord(folder);
  return run !== null && (await isSameProcess(run.owner));
};

/** Deletes the oldest recordings beyond the limits; the newest one and running ones stay. */
export const pruneRecordings = async (store: string, { count, bytes }: StoreLimits): Promise<void> => {
  let kept = 0;
  let size = 0;
  for (const name of await listRecordingNames(store)) {
    const folder = join(store, name);
    // Past the count sizes no longer matter: 10,000 old runs are not measured first.
    if (kept < Math.max(1, count)) size += await measure(folder).catch(() => 0);
    if (kept < Math.max(1, count) && (size <= bytes || kept === 0)) kept++;
    else if (!(await isRunning(folder))) await deleteRecording(folder).catch(() => undefined);
  }
};
