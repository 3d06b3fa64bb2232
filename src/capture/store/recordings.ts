import { readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../core/model/problem.ts';
import { findManifestFault, isManifest } from './check-manifest.ts';
import type { RecordingManifest } from './manifest.ts';
import { isRecordingName, listRecordingNames, manifestFile } from './recording-folder.ts';
import { runFile } from './run-record.ts';
import { writeJson } from './write-json.ts';

/** A stored recording, or one that can't be read and says why. */
export interface RecordingEntry {
  /** Absolute folder. */
  readonly path: string;
  /** `null` exactly when there is a problem. */
  readonly manifest: RecordingManifest | null;
  readonly problem: Problem | null;
}

/** A manifest is a few kB, with thousands of sources a few hundred. */
const manifestLimit = 16 << 20;
/** Folders read at once: enough to hide the disk, few enough file handles. */
const batch = 32;

const broken = (path: string, message: string, field?: string): RecordingEntry => ({
  path,
  manifest: null,
  problem: { code: 'broken-recording', message, file: join(path, manifestFile), ...(field !== undefined && { field }) },
});

const exists = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

/** `null` while the run goes on, or was cut short and awaits the sweep. */
export const readEntry = async (path: string): Promise<RecordingEntry | null> => {
  const file = join(path, manifestFile);
  try {
    if ((await stat(file)).size > manifestLimit) return broken(path, 'The manifest is too large');
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isManifest(value)) return { path, manifest: value, problem: null };
    return broken(path, 'The manifest has a field that is missing or of the wrong kind', findManifestFault(value) ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return broken(path, 'The manifest is not JSON');
    return (await exists(join(path, runFile))) ? null : broken(path, 'The folder has no manifest');
  }
};

/** Newest first. One that can't be read is an entry with its problem; one that still runs is left out. */
export const listRecordings = async (store: string, limit = Infinity): Promise<readonly RecordingEntry[]> => {
  const names = (await listRecordingNames(store)).slice(0, limit);
  const entries: RecordingEntry[] = [];
  for (let at = 0; at < names.length; at += batch) {
    const read = await Promise.all(names.slice(at, at + batch).map((name) => readEntry(join(store, name))));
    entries.push(...read.filter((entry) => entry !== null));
  }
  return entries;
};

export const renameRecording = async (path: string, label: string): Promise<void> => {
  const manifest = (await readEntry(path))?.manifest;
  if (manifest) await writeJson(join(path, manifestFile), { ...manifest, label });
};

/** Removes a recording's folder; refuses anything in whose name it does not recognise one. */
export const deleteRecording = async (path: string): Promise<void> => {
  if (!isRecordingName(basename(path)) || dirname(path) === path) throw new Error(`Not a recording: ${path}`);
  await rm(path, { recursive: true, force: true });
};
