import { watch } from 'node:fs';
import { type RawFiles, readRawFiles } from '../capture/store/raw-files.ts';
import { hashSources, type HashedSources } from './hash-sources.ts';
import { openRecording } from './open-recording.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { Analysis, RecordingManifest } from './types.ts';

/** A run's result, and its sources as they were right after it. */
export interface ReadRun {
  readonly analysis: Analysis;
  readonly hashed: HashedSources;
}

export interface ReadAhead {
  /** A profile has come. */
  readonly begun: boolean;
  /** What was read, when these are the files it was read of; `null` otherwise. Ends the watching. */
  take(raw: RawFiles): Promise<ReadRun | null>;
  close(): void;
}

/** Reads a run's folder; `manifest` stands for the one on disk. */
export const readRun = async (folder: string, manifest: RecordingManifest, roots: readonly string[], signal?: AbortSignal): Promise<ReadRun> => {
  const { analysis } = await openRecording(folder, { roots, manifest, ...(signal && { signal }) });
  return { analysis, hashed: await hashSources(analysis, roots, Date.parse(manifest.startedAt)) };
};

const profilesOf = ({ threads }: RawFiles): string => JSON.stringify(threads.map(({ profile, sidecar }) => [profile, sidecar]));

/**
 * Reads the profile of a run of one process and thread as soon as it is written, while the process and its terminal end:
 * VS Code reports an exit a quarter of a second late. Other runs are read when they are over.
 */
export const readAhead = ({ manifest, roots }: Pick<PreparedRun, 'manifest' | 'roots'>, folder: string): ReadAhead => {
  const abort = new AbortController();
  let ahead: Promise<{ readonly of: string; readonly read: Promise<ReadRun> } | null> | null = null;
  const begin = async (): Promise<{ readonly of: string; readonly read: Promise<ReadRun> } | null> => {
    const raw = await readRawFiles(folder, undefined);
    if (raw.threads.length !== 1 || raw.joined.length !== 1) return null;
    const profiles = raw.threads.map(({ profile, sidecar }) => ({ profile, sidecar }));
    const read = readRun(folder, { ...manifest, profiles }, roots, abort.signal);
    // Whoever takes it hears of a failure; nobody may.
    read.catch(() => undefined);
    return { of: profilesOf(raw), read };
  };
  // The sidecar comes after its profile, whole. Without a watch, such as past the system's limit, the run is read at its end.
  const stop = watchFolder(folder, (name) => {
    if (/^\d+-0-\d+\.json$/.test(name)) ahead ??= begin().catch(() => null);
  });
  return {
    get begun() {
      return ahead !== null;
    },
    async take(raw) {
      stop();
      const begun = await ahead;
      if (begun?.of === profilesOf(raw)) return begun.read.catch(() => null);
      abort.abort();
      return null;
    },
    close() {
      stop();
      abort.abort();
    },
  };
};

const watchFolder = (folder: string, see: (name: string) => void): (() => void) => {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => { if (name !== null) see(name); });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
};
