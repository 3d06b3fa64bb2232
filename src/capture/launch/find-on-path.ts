import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * The first program of this name on PATH. What came with a workspace is never taken: `.`, relative entries and
 * `node_modules/.bin` are passed over, and Windows' habit to look into the current folder first is not followed.
 */
export const findOnPath = (name: string, env: Readonly<Record<string, string | undefined>>): string | null => {
  const path = Object.entries(env).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder) && !/[\\/]node_modules([\\/]|$)/.test(folder));
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find(isFile) ?? null;
};
