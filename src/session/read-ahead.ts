import { type RawFiles, readRawFiles } from '../capture/store/raw-files.ts';
import { hashSources, type HashedSources } from './hash-sources.ts';
import { openRecording } from './open-recording.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { Analysis, RecordingManifest } from './types.ts';
import { watchFolder } from './watch-folder.ts';

/** A run's result, and its sources as they were right after it. */
export interface ReadRun {
  readonly analysis: Analysis;
  readonly hashed: HashedSources;
}

export interface ReadAhead {
  /** A profile has come. */
  readonly begun: boolean;
  /** The result of these files. They are read once, however often it is asked for. Ends the watching. */
  read(raw: RawFiles): Promise<ReadRun>;
  close(): void;
}

interface Reading {
  readonly of: string;
  readonly run: Promise<ReadRun>;
  readonly abort: AbortController;
}

const readRun = async (folder: string, manifest: RecordingManifest, roots: readonly string[], signal: AbortSignal): Promise<ReadRun> => {
  const { analysis } = await openRecording(folder, { roots, manifest, signal });
  return { analysis, hashed: await hashSources(analysis, roots, Date.parse(manifest.startedAt)) };
};

const profilesOf = ({ threads }: RawFiles): string => JSON.stringify(threads.map(({ profile, sidecar }) => [profile, sidecar]));

/**
 * Reads the profile of a run of one process and thread as soon as it is written, while the process and its terminal end.
 * Other runs are read when they are over.
 */
export const readAhead = ({ manifest, roots }: Pick<PreparedRun, 'manifest' | 'roots'>, folder: string): ReadAhead => {
  let reading: Promise<Reading | null> | null = null;
  const start = (raw: RawFiles): Reading => {
    const abort = new AbortController();
    const profiles = raw.threads.map(({ profile, sidecar }) => ({ profile, sidecar }));
    const run = readRun(folder, { ...manifest, profiles }, roots, abort.signal);
    // Whoever takes it hears of a failure; nobody may.
    run.catch(() => undefined);
    return { of: profilesOf(raw), run, abort };
  };
  const begin = async (): Promise<Reading | null> => {
    const raw = await readRawFiles(folder, undefined);
    return raw.threads.length === 1 && raw.joined.length === 1 ? start(raw) : null;
  };
  // The sidecar comes after its profile, whole. Without a watch the run is read at its end.
  const stop = watchFolder(folder, (name) => {
    if (/^\d+-0-\d+\.json$/.test(name)) reading ??= begin().catch(() => null);
  });
  return {
    get begun() {
      return reading !== null;
    },
    async read(raw) {
      stop();
      const begun = await reading;
      if (begun?.of === profilesOf(raw)) return begun.run;
      begun?.abort.abort();
      const anew = start(raw);
      reading = Promise.resolve(anew);
      return anew.run;
    },
    close() {
      stop();
      void reading?.then((begun) => begun?.abort.abort());
    },
  };
};
