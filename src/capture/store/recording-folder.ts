import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from './make-folders.ts';

export const manifestFile = 'recording.json';

/** `20261121T101530123Z-9f3a1c`: sorts by start, differs between windows that start in the same millisecond. */
export const nameRecording = (startedAt: Date): string =>
  `${startedAt.toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`;

/** Whatever has another name in the store is not ours and stays untouched. */
export const isRecordingName = (name: string): boolean => /^\d{8}T\d{9}Z-[0-9a-f]{6}$/.test(name);

/** Makes the store when it is missing, hidden from git, and a new folder in it. Returns the folder's absolute path. */
export const createRecordingFolder = async (store: string, name: string): Promise<string> => {
  await makeFolders(store);
  await writeFile(join(store, '.gitignore'), '*\n', { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const folder = join(store, name);
  await mkdir(folder, { mode: 0o700 });
  await chmod(folder, 0o700);
  return folder;
};

/** Names of the recordings in a store, newest first; a missing store has none. Links are not followed. */
export const listRecordingNames = async (store: string): Promise<string[]> => {
  try {
    const entries = await readdir(store, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory() && isRecordingName(entry.name)).map(({ name }) => name);
    return names.sort().reverse();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};
