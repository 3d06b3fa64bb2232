import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { controlFiles } from '../../protocol/probe.ts';
import { hasUnwrittenWorkers, listJoined } from '../store/raw-files.ts';
import { isAlive } from './process-identity.ts';
import type { RunningProcess } from './process-host.ts';

/** How long to wait, ms. */
const limits = {
  /** For a program that is stopped while Node still starts: its probe has to come up before it can hand over anything. */
  join: 2000,
  /** For the profiles, before anything is signalled. */
  flush: 5000,
  /** For the program to end after SIGTERM. */
  grace: 3000,
  /** The same for what a program that has ended by itself left behind. */
  leftoverGrace: 1000,
  /** For the workers of a program that is about to be killed to write their profiles. */
  workers: 2500,
  /** Between two looks. */
  poll: 50,
} as const;

/** Resolves when `done` says so, or after the limit. */
const waitUntil = async (done: () => Promise<boolean>, limitMs: number): Promise<void> => {
  const deadline = performance.now() + limitMs;
  while (!(await done()) && performance.now() < deadline) await delay(limits.poll);
};

const command = (folder: string, file: string): Promise<void> =>
  writeFile(join(folder, file), '', { mode: 0o600 }).catch(() => undefined);

/** Tells every process of the run that waits for it to begin recording. */
export const startRecording = (folder: string): Promise<void> => command(folder, controlFiles.start);

/** Pulls the profiles of the processes that still live. */
export const pullProfiles = async (folder: string): Promise<void> => {
  await command(folder, controlFiles.stop);
  await waitUntil(async () => (await listJoined(folder)).every(({ pid, finished }) => finished || !isAlive(pid)), limits.flush);
};

/** Node writes a worker's profile when the worker ends, which a kill of the process does not let it. */
const pullWorkers = async (folder: string): Promise<void> => {
  if (!(await hasUnwrittenWorkers(folder))) return;
  await command(folder, controlFiles.workers);
  await waitUntil(async () => !(await hasUnwrittenWorkers(folder)), limits.workers);
};

/** Pulls what was recorded, then ends the run: politely, after a grace by force, whether or not its first process still lives. */
export const stopRun = async (folder: string, running: RunningProcess, graceMs: number = limits.grace): Promise<void> => {
  let ended = false;
  void running.exited.then(() => {
    ended = true;
  });
  await waitUntil(async () => ended || (await listJoined(folder)).length > 0, limits.join);
  await pullProfiles(folder);
  running.kill(false);
  const allEnded = async () => ended && (await listJoined(folder)).every(({ pid }) => !isAlive(pid));
  await waitUntil(allEnded, graceMs);
  if (!(await allEnded())) await pullWorkers(folder);
  running.kill(true);
};

/** After the program's own end: processes of the run that are left are asked for their profiles and ended too. */
export const endLeftovers = async (folder: string, running: RunningProcess): Promise<void> => {
  const isLeft = async () => (await listJoined(folder)).some(({ pid, finished }) => !finished && isAlive(pid));
  if (!(await isLeft())) return;
  await stopRun(folder, running, limits.leftoverGrace);
};
