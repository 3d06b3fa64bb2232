import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../capture/launch/process-identity.ts';
import { watchFolder } from './watch-folder.ts';

/** Between two looks at a process about to end, ms. Its exit listeners may take long: each wait is longer than the last. */
const looks = { first: 4, growth: 1.25, longest: 250 } as const;

const waitUntilGone = async (pid: number, signal: AbortSignal): Promise<void> => {
  for (let wait: number = looks.first; isAlive(pid); wait = Math.min(wait * looks.growth, looks.longest)) await delay(wait, undefined, { signal });
};

/** Resolves when the process has left the account of its main thread, which comes after its profile, or when aborted. */
const waitForAccount = (folder: string, pid: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const isAccount = (name: string): boolean => name.startsWith(`${pid}-0-`) && name.endsWith('.json');
    const end = (): void => {
      stop();
      done();
    };
    const look = (name: string): void => { if (isAccount(name)) end(); };
    const stop = watchFolder(folder, look);
    signal.addEventListener('abort', end, { once: true });
    void readdir(folder).then((names) => names.forEach(look), () => undefined);
  });

/** Resolves when a process of a run has written its files and is gone. Nothing ticks before they are there. Rejects when aborted. */
export const waitForEnd = async (folder: string, pid: number, signal: AbortSignal): Promise<void> => {
  await waitForAccount(folder, pid, signal);
  signal.throwIfAborted();
  await waitUntilGone(pid, signal);
};
