import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts one of this folder's programs as a process of its own. Without NODE_OPTIONS, so that a profile of the API holds
 * the API and neither its database nor its visitors, which elsewhere would be other machines.
 */
function startProgram(name: string, args: readonly string[] = []): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return fork(fileURLToPath(new URL(name, import.meta.url)), args, { env });
}

/** Starts the database and waits until it answers. */
export async function startDatabase(): Promise<{ readonly port: number; stop(): void }> {
  const child = startProgram('./database.ts');
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('the database ended before it was ready')));
  const [{ port }] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  return { port, stop: () => child.kill() };
}

/** Sends the visitors; resolves when the last one has left. */
export async function runLoad(url: string): Promise<void> {
  const [code] = await once(startProgram('./load.ts', [url]), 'exit');
  if (code !== 0) process.exitCode = 1;
}
