import { spawn } from 'node:child_process';
import { endProcessTree } from './end-process-tree.ts';
import type { ProcessExit, ProcessHost } from './process-host.ts';

export interface SpawnOptions {
  /** Where the program's stdout goes: our own stdout may hold a report only. */
  readonly stdout: 'stdout' | 'stderr';
}

/** Starts the program on our own terminal, in a group (POSIX: a session) of its own, so that only we answer Ctrl-C. */
export const createSpawnHost = ({ stdout }: SpawnOptions): ProcessHost => (request) =>
  new Promise((resolve, reject) => {
    const { executable, args, cwd, env } = request;
    const child = spawn(executable, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['inherit', stdout === 'stdout' ? 'inherit' : 2, 'inherit'],
      detached: process.platform !== 'win32',
      windowsHide: false,
    });
    const exited = new Promise<ProcessExit>((done) => {
      child.once('exit', (code, signal) => done({ code, signal }));
    });
    child.once('error', reject);
    child.once('spawn', () => {
      const { pid } = child;
      resolve({ pid, exited, kill: (hard) => pid !== undefined && endProcessTree(pid, hard) });
    });
  });
