import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { drawProfile } from '../helpers/profile-fixture.ts';
import { assertRefused, at, makeFolder, removeFolders, runCli } from './run-cli.ts';

const drawn = JSON.stringify(drawProfile('main   main      main      (idle)\n       parse+21  parse+22'));

describe('flameline export', () => {
  afterEach(removeFolders);

  it('prints collapsed stacks and speedscope files', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn });
    assert.equal((await runCli(['export', 'a.cpuprofile', '--to', 'collapsed'], { cwd })).stdout, [
      'main (/project/main.js:10:1) 1000', 'main (/project/main.js:10:1);parse (/project/main.js:20:1) 2000', '(idle) 1000', '',
    ].join('\n'));
    const { code, stdout, stderr } = await runCli(['export', 'a.cpuprofile', '--to', 'speedscope'], { cwd });
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual([at(stdout, '$schema'), at(stdout, 'name'), at(stdout, 'profiles', 0, 'endValue')], ['https://www.speedscope.app/file-format-schema.json', 'a.cpuprofile', 4000]);
  });

  it('writes a file that shows the same, whatever it is called', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn });
    for (const format of ['speedscope', 'pprof', 'collapsed']) {
      assert.equal((await runCli(['export', 'a.cpuprofile', '--to', format, '--out', format], { cwd })).code, 0);
      const { stdout } = await runCli(['show', format, '--format', 'json'], { cwd });
      assert.deepEqual([at(stdout, 'functions', 0, 'name'), at(stdout, 'functions', 0, 'line'), at(stdout, 'functions', 0, 'selfShare')], ['parse', 20, 0.666667], format);
    }
    assert.ok(gunzipSync(readFileSync(join(cwd, 'pprof'))).length > 100);
    assert.deepEqual(readdirSync(cwd).filter((name) => name.endsWith('.part')), []);
  });

  it('says what was repaired on the way, on stderr only', async () => {
    const cwd = makeFolder({ 'cut.cpuprofile': drawn.slice(0, drawn.indexOf('"timeDeltas"') - 1) });
    const { code, stdout, stderr } = await runCli(['export', 'cut.cpuprofile', '--to=collapsed'], { cwd });
    assert.equal(code, 0);
    assert.match(stderr, /^cut\.cpuprofile: The file is cut off; what is whole is shown \(byte \d+\)$/m);
    assert.match(stdout, /;parse \(\/project\/main\.js:20:1\) \d+$/m);
  });

  it('prints one line when a file that was repaired can not be written', async () => {
    const cwd = makeFolder({ 'cut.cpuprofile': drawn.slice(0, drawn.indexOf('"timeDeltas"') - 1) });
    assertRefused(await runCli(['export', 'cut.cpuprofile', '--to', 'pprof', '--out', 'no/folder'], { cwd }), /^no\/folder: It can't be written/);
  });

  it('refuses what it does not understand, can not read or can not write with one line', async () => {
    const cwd = makeFolder({ 'a.cpuprofile': drawn, 'bad.cpuprofile': '{"nodes":' });
    const lines: readonly (readonly [readonly string[], RegExp])[] = [
      [['export'], /Name one profile or recording/],
      [['export', 'a.cpuprofile'], /Say what to write: --to speedscope, --to pprof, --to collapsed, --to html/],
      [['export', 'a.cpuprofile', '--to', 'svg'], /--to must be speedscope, pprof, collapsed or html, not "svg"/],
      [['export', 'a.cpuprofile', 'bad.cpuprofile', '--to', 'pprof'], /Name one profile or recording/],
      [['export', 'bad.cpuprofile', '--to', 'pprof'], /^bad\.cpuprofile: .+ \(byte 9\)$/m],
      [['export', 'none', '--to', 'pprof'], /^none: It does not exist$/m],
      [['export', 'a.cpuprofile', '--to', 'pprof', '--out', 'no/folder'], /^no\/folder: It can't be written: its folder does not exist$/m],
    ];
    for (const [args, line] of lines) assertRefused(await runCli(args, { cwd }), line);
    assert.ok(!existsSync(join(cwd, 'no')));
  });
});
