import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project that has a tool in its `node_modules`: there the tool is started, not in its own package. */
const leavePackages = (file: string): string => file.replace(/[\\/]node_modules[\\/].*$/s, (inside) => `${inside[0]}package.json`);

/** The folder of the nearest package.json above a file, else the file's own folder: where its `npm start` would run. */
export const findPackageFolder = (file: string): string => {
  const outside = leavePackages(file);
  for (let folder = dirname(outside); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return dirname(outside);
  }
};
