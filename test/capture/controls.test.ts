import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlFiles, processLimit } from '../../src/protocol/probe.ts';
import type { NodeMajor } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { untilSpent } from '../helpers/until-spent.ts';
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
    this.timeout(60_000);

    it('E10 pulls the profile out of an endless loop, which goes on', () =>
      withProgram(major, 'loop.cjs', {}, async (program, sandbox) => {
        await program.watched();
        await untilSpent(program.pid, 100);
        command(sandbox, controlFiles.stop);
        const { sidecar, functions, samples } = await finished(program, sandbox);
        assert.equal(sidecar?.reason, 'stopped');
        assert.ok(functions.includes('spin'));
        assert.ok(Number(samples) > 10);
        assert.ok(program.alive);
      }));

    itOnPosix('records after a delay, and names a function whose loop was optimised before', () =>
      withProgram(major, 'rounds.cjs', { delayMs: 400 }, async (program, sandbox) => {
        const began = performance.now();
        await program.watched();
        await untilSpent(program.pid, 1000);
        program.child.kill('SIGTERM');
        assert.equal((await program.end()).signal, 'SIGTERM');
        const lived = performance.now() - began;
        const { sidecar, hottest } = await finished(program, sandbox);
        const recorded = sidecar?.durationMs ?? 0;
        assert.ok(recorded > 0 && recorded < lived - 300, `recorded ${recorded} of ${lived} ms`);
        assert.equal(hottest, 'round');
      }));

    it('stops recording after a time, and the program goes on', () =>
      withProgram(major, 'idle.cjs', { durationMs: 200 }, async (program, sandbox) => {
        const { sidecar, samples } = await finished(program, sandbox);
        assert.equal(sidecar?.reason, 'duration');
        assert.ok(Number(samples) > 1);
        assert.ok(program.alive);
      }));

    itOnPosix('records from now on, and names the endless loop that already runs', () =>
      withProgram(major, 'loop.cjs', { delayMs: -1 }, async (program, sandbox) => {
        await program.watched();
        // Enough for the loop to be optimised, then for some hundred samples.
        await untilSpent(program.pid, 300);
        command(sandbox, controlFiles.start);
        await untilSpent(program.pid, 500);
        program.child.kill('SIGINT');
        assert.deepEqual(await program.end(), { code: null, signal: 'SIGINT', stdout: 'ready\n', stderr: '' });
        const { samples, hottest } = await finished(program, sandbox);
        assert.ok(Number(samples) > 100, `${samples} samples`);
        assert.equal(hottest, 'spin');
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
  const notesOf = async (major: NodeMajor, args: readonly string[], prepare?: (sandbox: Sandbox) => void) => {
    const sandbox = makeSandbox();
    try {
      prepare?.(sandbox);
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
    const others = processLimit - 2;
    const fillUp = ({ folder }: Sandbox): void => {
      for (let pid = 0; pid < others; pid++) writeFileSync(join(folder, `${pid}-1.live`), '');
    };
    const { threads, names, seen } = await notesOf(24, [fixture('fork.cjs')], fillUp);
    assert.deepEqual([seen.code, seen.stdout], [0, 'child\nforked 2\nchild\nspawned 2\n']);
    assert.ok(names.includes(controlFiles.limit));
    assert.equal(threads.length, 2);
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

describe('The probe tells the source map of a script that is gone by the end', function () {
  this.timeout(60_000);
  const mapOf = async (major: NodeMajor, before: readonly string[]): Promise<string | undefined> => {
    const sandbox = makeSandbox();
    try {
      const program = new Program(major, ['--expose-gc', ...before, fixture('collected.cjs')], sandbox);
      assert.equal((await program.end()).code, 0);
      const [{ sidecar }] = readThreads(sandbox.folder, program.pid);
      return sidecar?.scripts.find(({ url }) => url.endsWith('/collected.cjs'))?.sourceMapUrl;
    } finally {
      sandbox.remove();
    }
  };

  for (const major of [18, 20, 24] as const) {
    it(`on Node ${major}, as its file on disk has it`, async () => {
      assert.equal(await mapOf(major, []), 'collected.cjs.map');
    });

    it(`on Node ${major}, as a loader compiled it`, async () => {
      assert.equal(await mapOf(major, ['--require', fixture('loader.cjs')]), 'in-memory.map');
    });
  }
});
