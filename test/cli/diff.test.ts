import assert from 'node:assert/strict';
import { drawProfile } from '../helpers/profile-fixture.ts';
import { assertRefused, at, makeFolder, removeFolders, runCli } from './run-cli.ts';

const slow = JSON.stringify(drawProfile('main   main   main   main\nparse  parse  parse  print'));
/** The same program in another folder, with lines above that came later. */
const fast = JSON.stringify(drawProfile('main@file:///other/main.js:31  main@file:///other/main.js:31\nparse@file:///other/main.js:47  write@file:///other/main.js:80'));

describe('flameline diff', () => {
  afterEach(removeFolders);
  const folder = (): string => makeFolder({ 'a.cpuprofile': slow, 'b.cpuprofile': fast, stacks: 'main;parse 3\n', 'bad.cpuprofile': '{"nodes":' });

  for (const node of [20, 24] as const) {
    it(`prints the sentence, both runs, the changes and what vanished on Node ${node}`, async () => {
      const { code, stdout, stderr } = await runCli(['diff', 'a.cpuprofile', 'b.cpuprofile'], { cwd: folder(), node });
      assert.equal(code, 0, stderr);
      assert.match(stdout, /^`parse` takes 2 ms less; the run took 2 ms of CPU time, 50 % less than before \(4 ms\)\.\n/);
      assert.match(stdout, /\nbefore {2}a\.cpuprofile · 4\.0 ms · 4 samples\nafter {3}b\.cpuprofile · 2\.0 ms · 2 samples\n/);
      assert.match(stdout, /−2\.0 ms +3\.0 ms +1\.0 ms +−2\.0 ms +parse +\/other\/main\.js:47\n/);
      assert.match(stdout, /\+1\.0 ms +– +1\.0 ms +\+1\.0 ms +write +/);
      assert.match(stdout, /\nStacks that vanished\n +1\.0 ms +main › print\n$/);
    });
  }

  it('says how many times as much a run took that took twice as much or more', async () => {
    const cwd = makeFolder({ before: 'main;parse 3\n', after: 'main;parse 17\n' });
    assert.match((await runCli(['diff', 'before', 'after'], { cwd })).stdout, /took 17 of counts, 5\.7 times as much\sas before \(3\)\.\n/);
  });

  it('keeps stdout to one JSON document, cut at --top', async () => {
    const { stdout } = await runCli(['diff', '--format', 'json', '--top', '1', 'a.cpuprofile', 'b.cpuprofile'], { cwd: folder() });
    assert.deepEqual(
      [at(stdout, 'version'), at(stdout, 'unit'), at(stdout, 'functions', 0, 'name'), at(stdout, 'functions', 0, 'self'), at(stdout, 'functions', 0, 'before', 'line'), at(stdout, 'truncated')],
      [1, 'ms', 'parse', -2, 20, true],
    );
  });

  it('sets shares of each run against each other when asked to', async () => {
    const { stdout } = await runCli(['diff', '--measure', 'share', 'a.cpuprofile', 'b.cpuprofile'], { cwd: folder() });
    assert.match(stdout, /−25\.0 points +75\.0 % +50\.0 % +−25\.0 points +parse /);
  });

  it('names the one that cannot be read', async () => {
    assertRefused(await runCli(['diff', 'a.cpuprofile', 'bad.cpuprofile'], { cwd: folder() }), /^bad\.cpuprofile: .+ \(byte 9\)$/m);
    assertRefused(await runCli(['diff', 'missing.cpuprofile', 'a.cpuprofile'], { cwd: folder() }), /^missing\.cpuprofile: /m);
  });

  it('refuses two that count different things', async () => {
    assertRefused(await runCli(['diff', 'a.cpuprofile', 'stacks'], { cwd: folder() }), /^a\.cpuprofile and stacks: The first profile counts time, the second events; they can't be compared$/m);
  });

  it('asks for exactly two, and for a measure it knows', async () => {
    for (const args of [[], ['a.cpuprofile'], ['a.cpuprofile', 'b.cpuprofile', 'a.cpuprofile']]) {
      assertRefused(await runCli(['diff', ...args], { cwd: folder() }), /^flameline: Name two profiles or recordings: flameline diff <before> <after>$/m);
    }
    assertRefused(await runCli(['diff', '--measure', 'speed', 'a.cpuprofile', 'b.cpuprofile'], { cwd: folder() }), /^flameline: --measure must be usual, absolute or share, not "speed"$/m);
  });
});
