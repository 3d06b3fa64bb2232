/** Packages whose functions read and write files asynchronously; of the first two only those below `promises`. */
export const fileModules: ReadonlyMap<string, 'promises' | 'all'> = new Map([
  ['fs', 'promises'], ['node:fs', 'promises'], ['fs/promises', 'all'], ['node:fs/promises', 'all'], ['fs-extra', 'all'],
]);

/** Operations that give an answer and change nothing. */
export const fileReads: ReadonlySet<string> = new Set(['readFile', 'stat', 'lstat', 'access', 'readdir', 'readlink', 'realpath', 'open', 'opendir', 'exists', 'pathExists', 'readJson', 'readJSON', 'ensureDir']);

/** Operations on one path each, so that those on different paths don't need each other's order. `appendFile` is none: lines keep their order. */
export const fileWrites: ReadonlySet<string> = new Set([
  'writeFile', 'copyFile', 'cp', 'rename', 'unlink', 'rm', 'mkdir', 'chmod', 'chown', 'utimes', 'truncate', 'symlink', 'link', 'writeJson', 'writeJSON', 'outputFile', 'outputJson', 'outputJSON', 'copy', 'move', 'remove', 'emptyDir',
]);
