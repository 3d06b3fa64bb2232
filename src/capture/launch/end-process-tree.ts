import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { listProcesses, type ProcessEntry } from './list-processes.ts';

/** A process and everything below it, parents first. */
export const findDescendants = (pid: number, processes: readonly ProcessEntry[]): number[] => {
  const children = new Map<number, number[]>();
  for (const entry of processes) children.set(entry.parent, [...(children.get(entry.parent) ?? []), entry.pid]);
  const found = [pid];
  const seen = new Set(found);
  for (let at = 0; at < found.length; at++) {
    for (const child of children.get(found[at]) ?? []) {
      if (!seen.has(child)) found.push(child);
      seen.add(child);
    }
  }
  return found;
};

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already, or it is not ours any more.
  }
};

const endOnWindows = (pid: number): void => {
  const taskkill = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  // A console program can't be asked; its profile has been pulled by the `stop` file.
  spawn(taskkill, ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
};

/**
 * Signals a process we started and what it started, at once, without asking whether it still lives: its children may. A
 * group is signalled only when the process leads it, which holds for a `detached` child and for the first process of a
 * terminal; never the group we ourselves are in.
 */
export const endProcessTree = (pid: number, hard: boolean): void => {
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid) return;
  if (process.platform === 'win32') {
    endOnWindows(pid);
    return;
  }
  const signal = hard ? 'SIGKILL' : 'SIGTERM';
  const processes = listProcesses();
  const descendants = findDescendants(pid, processes);
  const own = processes.find((entry) => entry.pid === process.pid)?.group;
  const grouped = new Set(processes.filter(({ group }) => group === pid && group !== own).map((entry) => entry.pid));
  if (grouped.size > 0) send(-pid, signal);
  for (const descendant of descendants) if (!grouped.has(descendant)) send(descendant, signal);
};
