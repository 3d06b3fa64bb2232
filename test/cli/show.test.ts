import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { drawProfile } from '../helpers/profile-fixture.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { assertRefused, at, cli, makeFolder, removeFolders, runCli } from './run-cli.ts';

const drawn = JSON.stringify(drawProfile('main   main      main      (idle)\n       parse+21  parse+22'));
const wide = JSON.stringify(drawProfile(Array.from({ length: 3000 }, (_, index) => `function${index}`).join('  ')));

describe('flameline show', () => {
  afterEach(removeFolders);

  for (const node of [20, 24] as const) {
    it(`prints the sentence and the tables of any .cpuprofile on Node ${node}`, async () => {
      const { code, stdout, stderr } = await runCli(['show', 'a.cpuprofile'], { cwd: makeFolder({ 'a.cpuprofile': drawn }), node });
      assert.equal(code, 0, stderr);
      assert.equal(stderr, '');
      assert.match(stdout, /^`parse` takes 67 % of the CPU time; line 21 takes 50 % of it\.\n/);
      assert.match(stdout, /2\.0 ms +66\.7 % +± 36\.5 +2\.0 ms +2 +parse +~ \/project\/main\.js:20/);
      assert.doesNotMatch(stdout, /\u001b/, 'colour without a terminal');
    });
  }

  it('calls the time of a profile that counts what passed wall time', async () => {
    const cwd = makeFolder({ 'wall.pb.gz': readFileSync(join(import.meta.dirname, '..', 'golden', 'formats', 'program.pb.gz')) });
    const text = await runCli(['show', 'wall.pb.gz'], { cwd });
    assert.match(text.stdout, /^`\w+` takes \d+ % of the wall\stime/);
    assert.match(text.stdout, /\nWhere the wall time went\n/);
    assert.match(text.stdout, /wall\.pb\.gz: The file counts wall time: waiting is in it\n/);
    assert.doesNotMatch(text.stdout, /CPU time/);
    const markdown = await runCli(['show', 'wall.pb.gz', '--format', 'markdown'], { cwd });
    assert.match(markdown.stdout, /\nWall time: own /);
  });

  it('keeps stdout to one JSON document', async () => {
    const { code, stdout } = await runCli(['show', '--format', 'json', 'a.cpuprofile'], { cwd: makeFolder({ 'a.cpuprofile': drawn }) });
    assert.equal(code, 0);
    assert.deepEqual([at(stdout, 'version'), at(stdout, 'functions', 0, 'name'), at(stdout, 'recordings', 0, 'idleMs'), at(stdout, 'truncated')], [1, 'parse', 1, false]);
  });

  it('shows bytes and counts with their unit, told by content and through gzip', async () => {
    const heap = '{"head":{"callFrame":{"functionName":"(root)"},"selfSize":0,"children":[{"callFrame":{"functionName":"parse","url":"/a.js"},"selfSize":64000,"children":[]}]},"samples":[]}';
    const cwd = makeFolder({ 'heap.txt': heap, 'heap.gz': gzipSync(heap), stacks: 'main;parse 3\nmain 1\n' });
    for (const name of ['heap.txt', 'heap.gz']) assert.match((await runCli(['show', name], { cwd })).stdout, /^`parse` takes 100 % of the bytes\.\n[^]*64\.0 kB +100 %/);
    const { stdout } = await runCli(['show', 'stacks', '--format', 'json'], { cwd });
    assert.deepEqual([at(stdout, 'unit'), at(stdout, 'functions', 0, 'name'), at(stdout, 'functions', 0, 'self'), at(stdout, 'functions', 0, 'selfMs')], ['count', 'parse', 3, undefined]);
  });

  it('adds up only what counts the same', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn, stacks: 'main;parse 3\n' });
    const end = await runCli(['show', 'a.cpuprofile', 'stacks'], { cwd });
    assertRefused(end, /^stacks: It does not count microseconds as the files before it do; show it by itself$/m);
    assert.match(end.stdout, /^`parse` takes 67 %/);
  });

  it('adds several files up', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn, 'b.cpuprofile': drawn });
    const { stdout } = await runCli(['show', 'a.cpuprofile', 'b.cpuprofile', '--format=json'], { cwd });
    assert.deepEqual([at(stdout, 'functions', 0, 'selfMs'), at(stdout, 'functions', 0, 'selfShare'), at(stdout, 'recordings', 1, 'label')], [4, 0.666667, 'b.cpuprofile']);
  });

  it('prints the good ones of several and names each bad one', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn, 'bad.cpuprofile': '{"nodes":' });
    const end = await runCli(['show', 'bad.cpuprofile', 'a.cpuprofile'], { cwd });
    assertRefused(end, /^bad\.cpuprofile: .+ \(byte 9\)$/m);
    assert.match(end.stdout, /^`parse` takes 67 %/);
  });

  it('says where an input is broken: the byte, or the path of the field', async () => {
    const twice = drawProfile('main  main\nparse');
    twice.nodes[2].id = 2;
    const cwd = makeFolder({ 'empty.cpuprofile': '', 'text.cpuprofile': 'hello', 'twice.cpuprofile': JSON.stringify(twice) });
    assertRefused(await runCli(['show', 'empty.cpuprofile'], { cwd }), /^empty\.cpuprofile: .*byte 0\b/);
    assertRefused(await runCli(['show', 'text.cpuprofile'], { cwd }), /^text\.cpuprofile: .*byte 0\b/);
    assertRefused(await runCli(['show', 'twice.cpuprofile'], { cwd }), /^twice\.cpuprofile: .*nodes\[2\]\.id/);
  });

  it('says what a path is when it can not be read', async () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, 'folder'));
    assertRefused(await runCli(['show', 'none.cpuprofile'], { cwd }), /^none\.cpuprofile: It does not exist$/m);
    assertRefused(await runCli(['show', 'folder'], { cwd }), /^folder: The folder is no recording: it has no recording\.json$/m);
  });

  it('F1 says in one line that its output has no room', function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(nodeBinary(20), [cli, 'show', 'a.cpuprofile'], { cwd: makeFolder({ 'a.cpuprofile': drawn }), stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, "flameline: The output can't be written (ENOSPC)\n"]);
  });

  it('says which field of a recording is wrong, and never follows a name out of its folder', async () => {
    const cwd = makeFolder({ 'recording.json': JSON.stringify({ version: 1, profiles: [{ profile: '../secret', sidecar: '' }] }) });
    assertRefused(await runCli(['show', '.'], { cwd }), /^\.\/recording\.json: .+\(id\)$/m);
  });

  it('A12 refuses a recording of a newer version', async () => {
    const cwd = makeFolder({ 'recording.json': JSON.stringify({ version: 99, anything: [1] }) });
    assertRefused(await runCli(['show', '.'], { cwd }), /^\.\/recording\.json: The recording was made by a newer Flameline; update it to open this \(version\)$/m);
  });

  it('A15 reads files whose names hold spaces, quotes, a newline, $(…) or begin with a dash', async () => {
    const names = ['a b.cpuprofile', "it's \"x\".cpuprofile", '$(touch pwned) %PATH%.cpuprofile', '-x.cpuprofile', '--eval=1.cpuprofile', ...(process.platform === 'win32' ? [] : ['new\nline.cpuprofile'])];
    const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, drawn])));
    const { code, stdout, stderr } = await runCli(['show', '--format', 'json', '--', ...names], { cwd });
    assert.equal(code, 0, stderr);
    assert.deepEqual(names.map((_, index) => at(stdout, 'recordings', index, 'label')), names);
  });

  it('A15 keeps one line on stderr when the name of a bad file holds a newline', async () => {
    assertRefused(await runCli(['show', 'no\nfile'], { cwd: makeFolder() }), /^no\\u\{a\}file: It does not exist$/m);
  });

  it('refuses what it does not understand with one line', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn });
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /flameline profile <file>, flameline show <file>, flameline diff <before> <after>, flameline export <file> --to FORMAT or flameline scan/],
      [['frobnicate'], /Unknown command "frobnicate"/],
      [['__proto__'], /Unknown command "__proto__"/],
      [['show'], /Name a profile file/],
      [['show', ''], /An empty path was given; is a variable of the shell not set\?/],
      [['diff', '', 'a'], /An empty path was given/],
      [['export', '', '--to', 'pprof'], /An empty path was given/],
      [['scan', '--', ''], /An empty path was given/],
      [['profile', ''], /The file to run has no name; is a variable of the shell not set\?/],
      [['show', '--colour', 'a.cpuprofile'], /Unknown option --colour/],
      [['show', '--constructor=1', 'a.cpuprofile'], /Unknown option --constructor/],
      [['show', 'a.cpuprofile', '--format'], /--format needs a value/],
      [['show', 'a.cpuprofile', '--format', 'xml'], /--format must be text, json or markdown, not "xml"/],
      [['show', 'a.cpuprofile', '--top', '-1'], /--top must be a whole number from 0/],
      [['show', 'a.cpuprofile', '--top=1e3'], /--top must be a whole number/],
    ];
    for (const [args, line] of lines) assertRefused(await runCli(args, { cwd }), line);
  });

  it('D8 ends quietly when the reader of its output has seen enough', async () => {
    const cwd = makeFolder({ 'wide.cpuprofile': wide });
    const end = await runCli(['show', 'wide.cpuprofile', '--top', '0', '--format', 'json'], { cwd, onOutput: (child) => child.stdout?.destroy() });
    assert.equal(end.stderr, '');
    assert.equal(end.code, 0);
  });

  it('cuts at 50 by default and says so', async () => {
    const { stdout } = await runCli(['show', 'wide.cpuprofile', '--format', 'json'], { cwd: makeFolder({ 'wide.cpuprofile': wide }) });
    assert.ok(at(stdout, 'functions', 49, 'name') !== undefined && at(stdout, 'functions', 50) === undefined && at(stdout, 'truncated') === true);
  });

  it('tells its version and how each verb is used', async () => {
    const cwd = makeFolder();
    assert.match((await runCli(['--version'], { cwd })).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match((await runCli(['--help'], { cwd })).stdout, /flameline show <file-or-recording…>/);
    const { code, stdout } = await runCli(['profile', '--help'], { cwd });
    assert.ok(code === 0 && ['--node', '--interval', '--delay', '--duration', '--out', '--format', '--top'].every((option) => stdout.includes(`  ${option} `)));
  });
});
