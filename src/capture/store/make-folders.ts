import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const isFolder = (path: string): Promise<boolean> => stat(path).then((found) => found.isDirectory(), () => false);

/**
 * Makes a folder and those above it that are missing, readable by the user alone. One step at a time: Node's own `recursive` never returns
 * where the system answers that the folder above is missing although it is there, as below `/proc`.
 */
export const makeFolders = async (path: string): Promise<void> => {
  const missing: string[] = [];
  for (let folder = path; !(await isFolder(folder)); folder = dirname(folder)) {
    missing.push(folder);
    if (dirname(folder) === folder) break;
  }
  for (const folder of missing.reverse()) {
    await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
      // Another window may have made it meanwhile.
      if (!(await isFolder(folder))) throw error;
    });
  }
};
