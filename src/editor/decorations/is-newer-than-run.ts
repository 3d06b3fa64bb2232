import { stat } from 'node:fs/promises';
import type { OpenedRecording } from '../../session/index.ts';

/** For files whose measured content is not on record: were they written after the run ended? False when that can't be told. */
export async function isNewerThanRun(file: string, { path, manifest }: OpenedRecording): Promise<boolean> {
  try {
    const ended = manifest ? Date.parse(manifest.startedAt) + manifest.durationMs : (await stat(path)).mtimeMs;
    return (await stat(file)).mtimeMs > ended;
  } catch {
    return false;
  }
}
