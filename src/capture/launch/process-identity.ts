import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseStat } from './list-processes.ts';

const run = promisify(execFile);
const options = { encoding: 'utf8', timeout: 5000, windowsHide: true } as const;

const readStart = async (pid: number): Promise<string> => {
  if (process.platform === 'linux') {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()} ${parseStat(await readFile(`/proc/${pid}/stat`, 'utf8')).started}`;
  }
  if (process.platform === 'win32') {
    const powershell = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
    return (await run(powershell, ['-NoProfile', '-NonInteractive', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`], options)).stdout;
  }
  return (await run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], options)).stdout;
};

/** When a process started, in the system's own words: with the pid it names one process for good. Empty = no such process. */
export const readProcessStart = async (pid: number): Promise<string> => {
  try {
    return (await readStart(pid)).trim();
  } catch {
    return '';
  }
};

let own: Promise<string> | undefined;

/** The same for this process: asked once, for elsewhere than on Linux the answer takes a while. */
export const readOwnStart = (): Promise<string> => (own ??= readProcessStart(process.pid));

/** A process that has ended but that nobody has asked about yet still has a pid. */
const isZombie = (pid: number): boolean => {
  if (process.platform !== 'linux') return false;
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).state === 'Z';
  } catch {
    return false;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
