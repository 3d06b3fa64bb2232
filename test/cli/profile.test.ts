import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../src/capture/launch/process-identity.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { assertRefused, at, cli, makeFolder, removeFolders, runCli } from './run-cli.ts';

const busy = 'function work(ms) { const end = Date.now() + ms; let n = 0; while (Date.now() < end) n += Math.sqrt(n + 1); return n; }\n';
const json = ['--format', 'json', '--node', nodeBinary(24)];

/** The recordings of a folder's store, oldest first. */
const storedIn = (cwd: string): string[] =>
  readdirSync(join(cwd, '.flameline')).filter((name) => !name.startsWith('.')).sort().map((name) => join('.flameline', name));

describe('flameline profile', () => {
  afterEach(removeFolders);

  for (const node of [20, 24] as const) {
    it(`runs a program on Node ${node}, lets its output through and prints the report last`, async () => {
      const cwd = makeFolder({ 'main.js': `${busy}console.log('out'); console.error('err'); work(400); console.log('end');` });
      const { code, stdout, stderr } = await runCli(['profile', 'main.js', '--node', nodeBinary(node)], { cwd, node });
      assert.equal(code, 0, stderr);
      assert.match(stdout, /^out\nend\n[^]+?\.\n\nmain\.js · pid \d+/);
      assert.match(stdout, new RegExp(`Node ${node}\\.`));
      assert.equal(stderr, 'err\n');
    });
  }

  it('keeps stdout to the JSON and sends what the program prints to stderr', async () => {
    const cwd = makeFolder({ 'main.js': `${busy}console.log('out'); work(400);` });
    const { code, stdout, stderr } = await runCli(['profile', ...json, 'main.js'], { cwd });
    assert.equal(code, 0, stderr);
    assert.equal(stderr, 'out\n');
    assert.deepEqual([at(stdout, 'functions', 0, 'name'), at(stdout, 'functions', 0, 'file'), at(stdout, 'functions', 0, 'line')], ['work', 'main.js', 1]);
    assert.deepEqual([at(stdout, 'recordings', 0, 'exitCode'), at(stdout, 'recordings', 0, 'signal'), at(stdout, 'recordings', 0, 'partial')], [0, null, false]);
  });

  it('gives the program what stands behind --, and its stdin', async () => {
    const cwd = makeFolder({ 'main.js': "process.stdin.on('data', (text) => console.log(JSON.stringify([process.argv.slice(2), String(text)])));" });
    const { stdout } = await runCli(['profile', 'main.js', '--', '--top', 'a b', "it's"], { cwd, input: 'typed' });
    assert.match(stdout, /^\[\["--top","a b","it's"\],"typed"\]\n/);
  });

  it('E4 lets a flood of output through', async () => {
    const cwd = makeFolder({ 'main.js': "const part = 'x'.repeat(1_000_000); for (let i = 0; i < 30; i++) process.stdout.write(part);" });
    const { code, stdout } = await runCli(['profile', 'main.js', '--node', nodeBinary(24)], { cwd });
    assert.equal(code, 0);
    assert.equal(stdout.lastIndexOf('x'.repeat(1_000)) + 1_000, 30_000_000);
  });

  it('answers 1 and still prints the result when the program fails by itself', async () => {
    const cwd = makeFolder({ 'main.js': `${busy}work(300); process.exit(7);`, 'throws.js': `${busy}work(300); throw new Error('no luck');` });
    const exits = await runCli(['profile', ...json, 'main.js'], { cwd });
    assert.deepEqual([exits.code, at(exits.stdout, 'recordings', 0, 'exitCode'), at(exits.stdout, 'functions', 0, 'name')], [1, 7, 'work']);
    const throws = await runCli(['profile', ...json, 'throws.js'], { cwd });
    assert.deepEqual([throws.code, at(throws.stdout, 'recordings', 0, 'exitCode'), at(throws.stdout, 'functions', 0, 'name')], [1, 1, 'work']);
    assert.match(throws.stderr, /no luck/);
  });

  it('stops after --duration: done, partial, and it says why', async () => {
    const cwd = makeFolder({ 'main.js': `${busy}setInterval(() => work(5), 20);` });
    const { code, stdout } = await runCli(['profile', ...json, 'main.js', '--duration', '0.6'], { cwd });
    assert.deepEqual([code, at(stdout, 'recordings', 0, 'partial')], [0, true]);
    assert.equal(at(stdout, 'recordings', 0, 'reason'), 'it was stopped after the asked time');
    assert.ok(Number(at(stdout, 'recordings', 0, 'durationMs')) > 500);
  });

  if (process.platform === 'linux') {
    it('refuses a folder where none can be made, at once', async () => {
      const cwd = makeFolder({ 'main.js': `${busy}work(10);` });
      const { code, stdout, stderr } = await runCli(['profile', 'main.js', '--out', '/proc/none/of/these'], { cwd });
      assert.deepEqual([code, stdout, stderr], [2, '', "/proc/none/of/these: The recording can't be stored (ENOENT)\n"]);
    });
  }

  if (process.platform !== 'win32') {
    it('stops on Ctrl-C, also in an endless loop: done, partial, the result is there', async () => {
      const cwd = makeFolder({ 'main.js': `${busy}work(400); console.log('ready'); for (;;) work(50);` });
      let sent = false;
      const end = await runCli(['profile', ...json, 'main.js'], {
        cwd,
        onOutput(child, text) {
          if (sent || !text.includes('ready')) return;
          sent = true;
          child.kill('SIGINT');
        },
      });
      assert.deepEqual([end.code, at(end.stdout, 'recordings', 0, 'partial'), at(end.stdout, 'functions', 0, 'name')], [0, true, 'work'], end.stderr);
    });

    it('kills at once on a second Ctrl-C what does not heed the first', async () => {
      const cwd = makeFolder({ 'main.js': `${busy}process.on('SIGTERM', () => console.log('stays')); setInterval(() => work(2), 10); work(300); console.log('ready');` });
      const begun = performance.now();
      const end = await runCli(['profile', ...json, 'main.js'], {
        cwd,
        onOutput(child, text) {
          if (/(stays|ready)\n$/.test(text)) child.kill('SIGINT');
        },
      });
      assert.deepEqual([end.code, at(end.stdout, 'recordings', 0, 'signal')], [0, 'SIGKILL'], end.stderr);
      assert.ok(performance.now() - begun < 30_000);
    });

    it('says which signal ended a program that nobody stopped', async () => {
      const cwd = makeFolder({ 'main.js': `${busy}work(300); process.kill(process.pid, 'SIGTERM'); setInterval(() => work(5), 20);` });
      const { code, stdout, stderr } = await runCli(['profile', ...json, 'main.js'], { cwd });
      assert.ok(code === 1 && stdout !== '', stderr);
      assert.deepEqual([at(stdout, 'recordings', 0, 'exitCode'), at(stdout, 'recordings', 0, 'signal')], [null, 'SIGTERM'], stderr);
    });
  }

  it('prints a result without a recording, and why, when a program left no profile', async () => {
    const cwd = makeFolder({ 'main.js': `${busy}work(200); process.kill(process.pid, 'SIGKILL');` });
    const { code, stdout, stderr } = await runCli(['profile', ...json, 'main.js'], { cwd });
    assert.deepEqual([code, at(stdout, 'recordings'), at(stdout, 'problems', 0, 'code')], [1, [], 'no-profile']);
    assert.match(stderr, /^main\.js: The program ended by SIGKILL before its profile could be written\n$/);
  });

  it('ends what a killed command left running, and keeps what it had recorded', async () => {
    const cwd = makeFolder({ 'loop.js': `${busy}work(300); require('fs').writeFileSync('pid', String(process.pid)); for (;;) work(50);`, 'main.js': `${busy}work(200);` });
    const command = spawn(nodeBinary(24), [cli, 'profile', ...json, 'loop.js'], { cwd, stdio: 'ignore' });
    const pid = await until('the program to run', () => (existsSync(join(cwd, 'pid')) ? Number(readFileSync(join(cwd, 'pid'), 'utf8')) : 0));
    command.kill('SIGKILL');
    await until('the command to be gone', () => command.signalCode);
    assert.ok(isAlive(pid), 'the program outlives the command');
    assert.equal((await runCli(['profile', ...json, 'main.js'], { cwd })).code, 0);
    assert.ok(!isAlive(pid));
    const { stdout } = await runCli(['show', ...storedIn(cwd), '--format', 'json'], { cwd });
    assert.deepEqual([0, 1].map((row) => [at(stdout, 'recordings', row, 'label'), at(stdout, 'recordings', row, 'partial')]), [['loop.js', true], ['main.js', false]]);
  });

  it('does not advise another entry when the program failed at once', async () => {
    const { code, stdout } = await runCli(['profile', ...json, 'main.js'], { cwd: makeFolder({ 'main.js': 'let x = = 1;' }) });
    assert.deepEqual([code, at(stdout, 'problems')], [1, []]);
  });

  it('says that a module which only exports is no entry to profile', async () => {
    const { code, stdout } = await runCli(['profile', ...json, 'main.js'], { cwd: makeFolder({ 'main.js': 'exports.one = 1;' }) });
    assert.deepEqual([code, at(stdout, 'problems', 0, 'code'), at(stdout, 'problems', 0, 'file')], [0, 'idle-entry', 'main.js']);
  });

  it('keeps the recording in a folder git ignores, which show reads again', async () => {
    const cwd = makeFolder({ 'main.js': `${busy}work(300);` });
    const first = await runCli(['profile', ...json, 'main.js', '--out', 'runs'], { cwd });
    assert.equal(readFileSync(join(cwd, 'runs', '.gitignore'), 'utf8').trim(), '*');
    const folders = readdirSync(join(cwd, 'runs')).filter((name) => existsSync(join(cwd, 'runs', name, 'recording.json')));
    assert.equal(folders.length, 1);
    const again = await runCli(['show', join('runs', folders[0] ?? ''), '--format', 'json'], { cwd });
    assert.deepEqual(at(again.stdout, 'functions'), at(first.stdout, 'functions'));
    assert.deepEqual(at(again.stdout, 'recordings'), at(first.stdout, 'recordings'));
  });

  it('C3 runs a file whose name begins with a dash or holds quotes and spaces', async () => {
    for (const name of ['--eval=1.js', `a 'b" $(x).js`]) {
      const { code, stdout, stderr } = await runCli(['profile', ...json, '--', name, 'argument'], { cwd: makeFolder({ [name]: `${busy}work(200); console.log(process.argv[2]);` }) });
      assert.equal(code, 0, stderr);
      assert.equal(stderr, 'argument\n');
      assert.deepEqual(at(stdout, 'functions', 0, 'file'), name);
    }
  });

  it('refuses with one line what can not be run', async () => {
    const cwd = makeFolder({ 'main.js': '' });
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [['profile'], /Name the file to run/],
      [['profile', 'none.js'], /^none\.js: It does not exist$/m],
      [['profile', '.'], /^\.: It is no file that Node can run$/m],
      [['profile', 'main.js', 'more'], /One file is profiled at a time/],
      [['profile', 'main.js', '--node', join(cwd, 'no-node')], /no-node/],
    ];
    for (const [args, line] of lines) assertRefused(await runCli(args, { cwd }), line);
  });

  it('C11 says what an option must be instead of guessing', async () => {
    const cwd = makeFolder({ 'main.js': '' });
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [['--interval', '1'], /--interval must be a whole number of microseconds from 50 to 1000000, not "1"/],
      [['--interval', '1e9'], /--interval must be/],
      [['--interval', '{}'], /--interval must be/],
      [['--delay', '-5'], /--delay must be a whole number of milliseconds from 0/],
      [['--duration', '0'], /--duration must be a number of seconds from 0\.1/],
      [['--duration', 'Infinity'], /--duration must be/],
      [['--top', 'all'], /--top must be a whole number/],
    ];
    for (const [args, line] of lines) assertRefused(await runCli(['profile', 'main.js', ...args], { cwd }), line);
    assert.ok(!existsSync(join(cwd, '.flameline')), 'nothing was started');
  });
});
