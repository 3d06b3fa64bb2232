import { isAlive } from '../capture/launch/process-identity.ts';
import { listJoined, type RawFiles, readRawFiles } from '../capture/store/raw-files.ts';
import type { OpenedRecording, RecordRequest } from './types.ts';
import { waitForEnd } from './wait-for-end.ts';

interface EarlyResult {
  readonly shown: boolean;
  /** To be called when the host has reported the exit: nothing is shown from here on. Resolves with the program's end, ms of `performance.now()`. */
  end(): Promise<number>;
}

interface WatchedRun {
  readonly folder: string;
  readonly pid: number | undefined;
}

/**
 * Shows a run's result as soon as its process is gone, for VS Code reports a terminal's exit a quarter of a second late. A run
 * of which another process still lives is left to its end.
 */
export const showEarly = ({ onEarly, onPhase }: RecordRequest, { folder, pid }: WatchedRun, keep: (raw: RawFiles, endedMs: number) => Promise<OpenedRecording>): EarlyResult => {
  const over = new AbortController();
  let [endedMs, shown]: [number | null, boolean] = [null, false];
  const show = async (): Promise<void> => {
    if (!onEarly || pid === undefined) return;
    await waitForEnd(folder, pid, over.signal);
    endedMs = performance.now();
    if ((await listJoined(folder)).some((joined) => isAlive(joined.pid))) return;
    onPhase?.('reading');
    const raw = await readRawFiles(folder, pid);
    if (raw.threads.length === 0) return;
    const opened = await keep(raw, endedMs);
    if (over.signal.aborted) return;
    shown = true;
    onEarly(opened);
    onPhase?.('settling');
  };
  // What can't be shown now is told at the end.
  const settled = show().catch(() => undefined);
  return {
    get shown() {
      return shown;
    },
    async end() {
      over.abort();
      await settled;
      return endedMs ?? performance.now();
    },
  };
};
