import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlFiles, processLimit } from '../../src/protocol/probe.ts';
import type { NodeMajor } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { fixture, itOnPosix, makeSandbox, nodeMajors, Program, readThreads, type Sandbox, type Thread } from './run-program.ts';

/** Sockets of a process that wait for connections, by the kernel's own tables. */
const listeners = (pid: number): string[] => {
  if (process.platform !== 'linux') return [];
  const folder = `/proc/${pid}/fd`;
  const links = readdirSync(folder).map((fd) => readlinkSync(join(folder, fd)));
  const tables = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1));
  const listening = tables.map((row) => row.trim().split(/\s+/)).filter((fields) => fields[3] === '0A');
  return listening.filter((fields) => links.includes(`socket:[${fields[9]}]`)).map((fields) => fields[1]);
};

const withProgram = async (major: NodeMajor, name: string, config: Parameters<typeof start>[3], test: (program: Program, sandbox: Sandbox) => Promise<void>) => {
  const sandbox = makeSandbox();
  const program = start(major, name, sandbox, config);
  try {
    await test(program, sandbox);
  } finally {
    program.child.kill('SIGKILL');
    await program.end();
    sandbox.remove();
  }
};

const start = (major: NodeMajor, name: string, sandbox: Sandbox, config: ConstructorParameters<typeof Program>[3]): Program =>
  new Program(major, [fixture(name)], sandbox, config);

const command = (sandbox: Sandbox, file: string): void => writeFileSync(join(sandbox.folder, file), '');

const finished = (program: Program, sandbox: Sandbox): Promise<Thread> =>
  until('the files are written', () => readThreads(sandbox.folder, program.pid).find(({ sidecar }) => sidecar !== null));

for (const major of nodeMajors) {
  describe(`The launcher commands a program on Node ${major}`, function () {
    this.timeout(20_000);

    it('E10 pulls the profile out of an endless loop, which goes on', () =>
      withProgram(major, 'loop.cjs', {}, async (program, sandbox) => {
        await program.watched();
        command(sandbox, controlFiles.stop);
        const { sidecar, functions, samples } = await finished(program, sandbox);
        assert.equal(sidecar?.reason, 'stopped');
        assert.ok(functions.includes('spin'));
        assert.ok(Number(samples) > 10);
        assert.ok(program.alive);
      }));

    itOnPosix('records after a delay', () =>
      withProgram(major, 'loop.cjs', { delayMs: 300 }, async (program, sandbox) => {
        const began = performance.now();
        await program.watched();
        await until('the delay has passed', () => performance.now() - began > 1200);
        program.child.kill('SIGTERM');
        assert.equal((await program.end()).signal, 'SIGTERM');
        const lived = performance.now() - began;
        const recorded = (await finished(program, sandbox)).sidecar?.durationMs ?? 0;
        assert.ok(recorded > 0 && recorded < lived - 300, `recorded ${recorded} of ${lived} ms`);
      }));

    it('stops recording after a time, and the program goes on', () =>
      withProgram(major, 'idle.cjs', { durationMs: 200 }, async (program, sandbox) => {
        const { sidecar, samples } = await finished(program, sandbox);
        assert.equal(sidecar?.reason, 'duration');
        assert.ok(Number(samples) > 1);
        assert.ok(program.alive);
      }));

    itOnPosix('records from now on, also in an endless loop', () =>
      withProgram(major, 'loop.cjs', { delayMs: -1 }, async (program, sandbox) => {
        await program.watched();
        command(sandbox, controlFiles.start);
        const started = performance.now();
        await until('some samples', () => performance.now() - started > 500);
        program.child.kill('SIGINT');
        assert.deepEqual(await program.end(), { code: null, signal: 'SIGINT', stdout: 'ready\n', stderr: '' });
        assert.ok(Number((await finished(program, sandbox)).samples) > 10);
      }));

    itOnPosix('leaves no profile when recording never began', () =>
      withProgram(major, 'idle.cjs', { delayMs: -1 }, async (program, sandbox) => {
        await program.watched();
        program.child.kill('SIGTERM');
        await program.end();
        const { samples, sidecar } = await finished(program, sandbox);
        assert.deepEqual([samples, sidecar?.reason], [null, 'signal']);
      }));

    it('D7 opens no listener', () =>
      withProgram(major, 'idle.cjs', {}, async (program, sandbox) => {
        await program.watched();
        assert.deepEqual(listeners(program.pid), []);
        command(sandbox, controlFiles.stop);
        await finished(program, sandbox);
        assert.deepEqual(listeners(program.pid), []);
      }));
  });
}

describe('The probe tells what it could not see', function () {
  this.timeout(60_000);
  const notesOf = async (major: NodeMajor, args: readonly string[]) => {
    const sandbox = makeSandbox();
    try {
      const program = new Program(major, args, sandbox);
      const seen = await program.end();
      const threads = readThreads(sandbox.folder, program.pid);
      return { seen, threads, codes: threads.flatMap(({ sidecar }) => sidecar?.notes.map(({ code }) => code) ?? []), names: readdirSync(sandbox.folder) };
    } finally {
      sandbox.remove();
    }
  };

  for (const major of [20, 24, 26] as const) {
    it(`a child without our NODE_OPTIONS on Node ${major}`, async () => {
      assert.deepEqual((await notesOf(major, [fixture('bare-child.cjs')])).codes, ['child-without-probe']);
    });

    it(`a child with the permission model on Node ${major}, which runs as it would`, async () => {
      const { codes, seen } = await notesOf(major, [fixture('permission-child.cjs')]);
      assert.deepEqual([seen.code, seen.stdout], [0, 'allowed --no-deprecation\nchild 0\n']);
      assert.deepEqual(codes, ['permission-denied']);
    });
  }

  it('the permission model of the program itself on Node 24, without a word to the user', async () => {
    const { seen, threads } = await notesOf(24, ['--permission', '--allow-fs-read=*', fixture('normal.cjs')]);
    assert.deepEqual([seen.code, seen.stdout, seen.stderr], [4, 'done true\n', 'told\n']);
    assert.deepEqual(threads, []);
  });

  it('E3 more than 64 processes', async () => {
    const { threads, names, seen } = await notesOf(24, [fixture('hundred-children.cjs')]);
    assert.equal(seen.code, 0);
    assert.ok(names.includes(controlFiles.limit));
    assert.ok(threads.length <= processLimit + 4, `${threads.length} processes`);
  });

  itOnPosix('F1 nothing when the disk has no room: the program runs as it would', async () => {
    const sandbox = makeSandbox();
    try {
      const program = new Program(24, [fixture('normal.cjs')], sandbox, {}, ['/bin/sh', '-c', 'ulimit -f 1; exec "$0" "$@"']);
      assert.deepEqual(await program.end(), { code: 4, signal: null, stdout: 'done true\n', stderr: 'told\n' });
      const [{ samples, sidecar }] = readThreads(sandbox.folder, program.pid);
      assert.deepEqual([samples, sidecar?.notes], [null, [{ code: 'write-failed', detail: 'EFBIG' }]]);
    } finally {
      sandbox.remove();
    }
  });

  it('E9 the files of node --test: its runner has no inspector, each file has', async () => {
    const { threads, seen, codes } = await notesOf(24, ['--test', fixture('some.test.mjs')]);
    assert.equal(seen.code, 0);
    assert.deepEqual([threads.filter(({ samples }) => samples !== null).length, codes], [1, ['inspector-unavailable']]);
  });
});
