import { readFileSync } from 'node:fs';
import { until } from './until.ts';

/** The kernel counts CPU in hundredths of a second for its readers, whatever its own clock. */
const tickMs = 10;

/** CPU a process has used so far with all its threads, ms; 0 when it is gone. Elsewhere than on Linux the time of day. */
const readSpent = (pid: number): number => {
  if (process.platform !== 'linux') return performance.now();
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything.
    const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
    return (user + system) * tickMs;
  } catch {
    return 0;
  }
};

/**
 * Waits until a process has used this much more CPU, ms: on a busy machine a program runs only part of the time, and it
 * is sampled only while it runs.
 */
export function untilSpent(pid: number, ms: number): Promise<unknown> {
  const from = readSpent(pid);
  return until(`process ${pid} has used ${ms} ms of CPU`, () => readSpent(pid) - from >= ms);
}
