import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
}

/** `/proc/<pid>/stat`: the name in brackets may hold anything, so fields are counted from the last bracket. */
export const parseStat = (text: string): { readonly state: string; readonly parent: number; readonly group: number; readonly started: string } => {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], parent: Number(fields[1]), group: Number(fields[2]), started: fields[19] ?? '' };
};

const readProc = (): ProcessEntry[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const { parent, group } = parseStat(readFileSync(`/proc/${name}/stat`, 'utf8'));
      return [{ pid: Number(name), parent, group }];
    } catch {
      return [];
    }
  });

const runPs = (): ProcessEntry[] => {
  const text = execFileSync('/bin/ps', ['-A', '-o', 'pid=,ppid=,pgid='], { encoding: 'utf8', timeout: 2000 });
  return text.trim().split('\n').map((line) => {
    const [pid, parent, group] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, group };
  });
};

/** Every process of a POSIX machine, or none when they can't be listed. */
export const listProcesses = (): ProcessEntry[] => {
  try {
    return process.platform === 'linux' ? readProc() : runPs();
  } catch {
    return [];
  }
};
