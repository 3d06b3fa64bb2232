import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * The user's VS Code: a program that can be started without a shell.
 * On Windows `code` is a batch file beside the program's folder, so the program itself is taken.
 * @returns an absolute path, `undefined` when there is none on the PATH
 */
export function findCode(env: NodeJS.ProcessEnv, platform: string, exists: (file: string) => boolean = existsSync): string | undefined {
  const paths = platform === 'win32' ? win32 : posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(paths.delimiter).filter((folder) => folder !== '');
  for (const folder of folders) {
    const command = paths.join(folder, platform === 'win32' ? 'code.cmd' : 'code');
    const program = platform === 'win32' ? paths.join(folder, '..', 'Code.exe') : command;
    if (exists(command) && exists(program)) return program;
  }
  return undefined;
}
