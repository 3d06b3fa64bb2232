import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../../src/capture/launch/process-identity.ts';
import { waitForEnd } from '../../../src/session/wait-for-end.ts';

describe('The end of a process that tells it', () => {
  let folder = '';
  const over = new AbortController();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-end-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const { pid = 0 } = child;
    return { pid, child, tell: (name = `${pid}-0-1.json`) => writeFileSync(join(folder, name), '{}') };
  };

  it('is the account it left and its going, in this order', async () => {
    const { pid, child, tell } = start();
    const ended = waitForEnd(folder, pid, over.signal);
    tell();
    child.stdin.end();
    await ended;
    // Its pid may still be there: this process, which started it, has perhaps not asked for its exit code yet.
    assert.equal(isAlive(pid), false);
  });

  it('is also seen when the account was there before anyone looked', async () => {
    const { pid, child, tell } = start();
    tell();
    child.stdin.end();
    await waitForEnd(folder, pid, over.signal);
  });

  it('is not that of another process, nor of a worker, and the wait can be given up', async () => {
    const { pid, child, tell } = start();
    const stop = new AbortController();
    const waiting = waitForEnd(folder, pid, stop.signal).then(() => 'ended', (error: unknown) => error);
    tell(`${pid + 1}-0-1.json`);
    tell(`${pid}-w1-1.json`);
    child.stdin.end();
    await new Promise((done) => child.once('close', done));
    stop.abort('enough');
    assert.equal(await waiting, 'enough');
  });
});
