import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mappings } from '../../../src/core/model/located.ts';
import { locateProfile } from '../../../src/core/sourcemap/locate-profile.ts';
import type { ScriptSidecar } from '../../../src/protocol/probe.ts';
import { bundlePath } from '../../../src/session/bundles.ts';
import { readScriptSources, type ScriptSources } from '../../../src/session/script-sources.ts';
import { faultRow, withoutNumbers } from '../../helpers/fault-rows.ts';
import { makeSidecar } from '../../helpers/recording-fixture.ts';
import { smallProfile, type SmallFunction } from '../core/sourcemap/small-profile.ts';

/** Generated line 2 comes from original line 1 of the only source. */
const mapOf = (source: unknown, more: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ version: 3, sources: [source], names: [], mappings: ';AAAA', ...more });
const inline = (map: string): string => `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const script = '"use strict";\nfunction run() {}\n';

describe('readScriptSources', () => {
  let home = '';
  let root = '';
  const at = (...names: string[]): string => join(root, ...names);
  const put = (path: string, text: string): string => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };

  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'flameline maps ')));
    root = join(home, 'work');
    put(join(home, 'secret', 'key.ts'), 'secret');
    put(at('src', 'run.ts'), 'function run() {}\n');
    put(at('dist', 'run.js'), script);
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const run: SmallFunction = { name: 'run', url: '', scriptId: '7', line: 2, column: 13, ticks: { 2: 3 } };

  /** Reads and locates one function of dist/run.js (or `file`); `entry` = what the probe saw, null = no sidecar. */
  const read = async (entry: Partial<ScriptSidecar> | null, file = at('dist', 'run.js'), fn: Partial<SmallFunction> = {}): Promise<{ place: string; told: string[]; sources: ScriptSources }> => {
    const url = pathToFileURL(file).href;
    const profile = smallProfile([{ ...run, url, ...fn }]);
    const scripts = entry ? [{ scriptId: '7', url, sourceMapUrl: '', diskHash: hash(script), lines: 3, ...entry }] : [];
    const sources = await readScriptSources(profile, entry ? makeSidecar({ scripts }) : null, [root]);
    const { files, functions } = locateProfile(profile, sources.scripts, process.platform === 'win32' ? 'win32' : 'posix');
    const told = sources.problems.map(({ code, message }) => `${code}: ${withoutNumbers(message)}`);
    return { place: `${mappings[functions.mapping[1]]} ${files[functions.file[1]]}:${functions.line[1]}`, told, sources };
  };
  const generated = (): string => `generated ${at('dist', 'run.js')}:2`;
  const original = (): string => `exact ${at('src', 'run.ts')}:1`;
  const told = (title: string): string => faultRow(title).message;

  it('says nothing of the probe itself, whose text speaks of maps', async () => {
    const { sources, told } = await read({ sourceMapUrl: 'data:application/json,{' }, bundlePath('probe.cjs'));
    assert.deepEqual([told, sources.scripts.size], [[], 0]);
  });

  it('follows the reference V8 saw: a file beside the script, an inline map, a path from the script', async () => {
    put(at('dist', 'run.js.map'), mapOf('../src/run.ts'));
    assert.deepEqual([(await read({ sourceMapUrl: 'run.js.map' })).place, (await read({ sourceMapUrl: inline(mapOf('../src/run.ts')) })).place], [original(), original()]);
    put(at('maps', 'run.map'), mapOf('run.ts', { sourceRoot: '../src' }));
    assert.equal((await read({ sourceMapUrl: '../maps/run.map' })).place, original());
    assert.equal((await read({ sourceMapUrl: `data:application/json,${encodeURIComponent(mapOf('../src/run.ts'))}` })).place, original());
    assert.equal((await read({ sourceMapUrl: inline(mapOf(at('src', 'run.ts'))) })).place, original());
    assert.equal((await read({ sourceMapUrl: inline(mapOf(pathToFileURL(at('src', 'run.ts')).href)) })).place, original());
  });

  it('takes a script without a reference as its own source', async () => {
    assert.deepEqual(await read({}).then(({ place, told }) => ({ place, told })), { place: `exact ${at('dist', 'run.js')}:2`, told: [] });
  });

  it('reads the script\'s own last comment when there is no sidecar', async () => {
    put(at('dist', 'run.js'), `${script}//# sourceMappingURL=old.map\n//# sourceMappingURL=run.js.map\n`);
    put(at('dist', 'run.js.map'), mapOf('../src/run.ts'));
    assert.equal((await read(null)).place, original());
    put(at('dist', 'run.js'), script);
    assert.equal((await read(null)).place, `exact ${at('dist', 'run.js')}:2`);
  });

  it('believes a file without a sidecar only where the profile\'s places fit it', async () => {
    assert.deepEqual((await read(null, undefined, { line: 9 })).told, ['source-changed: The file is not what it was when it was profiled; lines may be off']);
    assert.equal((await read(null, undefined, { line: 9 })).place, `generated ${at('dist', 'run.js')}:9`);
    put(at('src', 'run.ts'), 'type Row = number;\n\nfunction run() {}\n');
    assert.equal((await read(null, at('src', 'run.ts'), { line: 3 })).place, `exact ${at('src', 'run.ts')}:3`);
    assert.equal((await read(null, at('src', 'run.ts'), { line: 1 })).place, `generated ${at('src', 'run.ts')}:1`);
  });

  it('calls a TypeScript file without a single function name neither its own source nor changed', async () => {
    const { place, told } = await read(null, at('src', 'run.ts'), { name: '', line: 1, column: 1, ticks: { 1: 3 } });
    assert.deepEqual([place, told], [`generated ${at('src', 'run.ts')}:1`, []]);
  });

  it('leaves dependencies, and scripts the probe did not list, on the file that ran', async () => {
    const dependency = put(at('node_modules', 'a', 'run.js'), `${script}//# sourceMappingURL=${inline(mapOf('run.ts'))}`);
    assert.equal((await read(null, dependency, { category: 'dependency' })).sources.scripts.size, 0);
    assert.equal((await read({ scriptId: '8' })).place, generated());
  });

  it('A4 follows no map or source to a host, a share or a device', async () => {
    for (const sourceMapUrl of ['file://host/share/a.map', '//host/a.map', '\\\\host\\share\\a.map']) {
      const { place, told: problems } = await read({ sourceMapUrl });
      assert.deepEqual([place, problems], [generated(), [`source-map-remote: ${told('A4 follows no map or source to a host, a share or a device')}`]], sourceMapUrl);
    }
    for (const source of ['file://host/share/a.ts', '//host/a.ts', '\\\\host\\share\\a.ts', 'a\0.ts']) assert.equal((await read({ sourceMapUrl: inline(mapOf(source)) })).place, generated(), source);
  });

  it('A5 fetches no map', async () => {
    for (const sourceMapUrl of ['http://127.0.0.1:1/a.map', 'https://example.com/a.map', 'ftp://x/a.map']) assert.deepEqual((await read({ sourceMapUrl })).told, [`source-map-remote: ${told('A5 fetches no map')}`], sourceMapUrl);
  });

  it('A5 keeps functions of foreign sources on the generated file', async () => {
    for (const source of ['http://example.com/a.ts', 'webpack://app/./src/run.ts', null]) {
      const { place, told: problems } = await read({ sourceMapUrl: inline(mapOf(source)) });
      assert.deepEqual([place, problems], [generated(), [`source-not-a-file: ${told('A5 keeps functions of foreign sources on the generated file')}`]], String(source));
    }
  });

  it('B15 reads no map past the limit', async () => {
    for (const sourceMapUrl of [`data:application/json;base64,${'A'.repeat(86_000_000)}`, 'data:,']) {
      const { place, told: problems } = await read({ sourceMapUrl });
      assert.deepEqual([place, problems], [generated(), [`source-map-too-large: ${told('B15 reads no map past the limit')}`]]);
    }
    truncateSync(put(at('dist', 'run.js.map'), ''), 1_000_000_000);
    assert.deepEqual((await read({ sourceMapUrl: 'run.js.map' })).told, ['source-map-unreadable: The source map was not used: it is larger than N MB']);
  });

  it('B15 distrusts a map that is older than its script', async () => {
    utimesSync(put(at('dist', 'run.js.map'), mapOf('../src/run.ts')), 1_000_000, 1_000_000);
    const { place, told: problems } = await read({ sourceMapUrl: 'run.js.map' });
    assert.deepEqual([place, problems], [generated(), [`source-map-stale: ${told('B15 distrusts a map that is older than its script')}`]]);
  });

  it('B15 distrusts a map whose script is not the measured one', async () => {
    put(at('dist', 'run.js.map'), mapOf('../src/run.ts'));
    const expected = [`source-changed: ${told('B15 distrusts a map whose script is not the measured one')}`];
    const external = await read({ sourceMapUrl: 'run.js.map', diskHash: hash('before') });
    assert.deepEqual([external.place, external.told], [generated(), expected]);
    const embedded = await read({ sourceMapUrl: inline(mapOf('../src/run.ts')), diskHash: hash('before') });
    assert.deepEqual([embedded.place, embedded.told], [original(), expected]);
  });

  it('tells a map that is missing or broken, with its file', async () => {
    const missing = await read({ sourceMapUrl: 'gone.map' });
    assert.deepEqual(missing.sources.problems, [{ code: 'source-map-unreadable', message: 'The source map was not used: it does not exist', file: at('dist', 'gone.map') }]);
    put(at('dist', 'run.js.map'), '{');
    assert.deepEqual((await read({ sourceMapUrl: 'run.js.map' })).sources.problems, [{ code: 'source-map-invalid', message: 'The source map is not JSON', file: at('dist', 'run.js.map') }]);
    assert.equal(missing.place, generated());
  });

  it('C9 reads no map outside the workspace', async () => {
    const outside = put(join(home, 'secret', 'run.map'), mapOf('../work/src/run.ts'));
    for (const sourceMapUrl of ['../../secret/run.map', outside, pathToFileURL(outside).href, '%2e%2e/%2e%2e/secret/run.map']) {
      const { place, told: problems } = await read({ sourceMapUrl });
      assert.deepEqual([place, problems], [generated(), [`source-map-outside: ${told('C9 reads no map outside the workspace')}`]], sourceMapUrl);
    }
    for (const source of ['../../secret/key.ts', join(home, 'secret', 'key.ts'), '../src/../../secret/key.ts', '../../secret/not-there.ts']) assert.equal((await read({ sourceMapUrl: inline(mapOf(source)) })).place, generated(), source);
  });

  it('C9 reads no map through a link that leaves the workspace, and waits for no pipe', async function () {
    if (process.platform === 'win32') this.skip();
    put(join(home, 'secret', 'run.map'), mapOf('../src/run.ts'));
    symlinkSync(join(home, 'secret', 'run.map'), at('dist', 'link.map'));
    symlinkSync(join(home, 'secret'), at('folder'));
    for (const sourceMapUrl of ['link.map', '../folder/run.map']) assert.match((await read({ sourceMapUrl })).told[0], /^source-map-outside/, sourceMapUrl);
    symlinkSync('loop.map', at('dist', 'loop.map'));
    execFileSync('mkfifo', [at('dist', 'pipe.map')]);
    assert.deepEqual((await read({ sourceMapUrl: 'pipe.map' })).told, [`source-map-unreadable: ${told('C9 reads no map through a link that leaves the workspace, and waits for no pipe')}`]);
    assert.equal((await read({ sourceMapUrl: 'loop.map' })).place, generated());
    assert.equal((await read({ sourceMapUrl: '.' })).place, generated());
    put(at('maps', 'run.map'), mapOf('../src/run.ts'));
    symlinkSync(at('maps'), at('inside'));
    assert.equal((await read({ sourceMapUrl: '../inside/run.map' })).place, original());
  });

  it('C10 names no source that a link leads outside', async () => {
    symlinkSync(join(home, 'secret'), at('src', 'linked'), 'junction');
    symlinkSync(join(home, 'secret', 'key.ts'), at('src', 'key.ts'));
    const expected = `source-outside: ${told('C10 names no source that a link leads outside')}`;
    for (const source of ['../src/linked/key.ts', '../src/key.ts', '../src/linked/not-there.ts']) assert.deepEqual((await read({ sourceMapUrl: inline(mapOf(source)) })).told, [expected], source);
    assert.equal((await read({ sourceMapUrl: inline(mapOf('../src/gone/run.ts')) })).place, `exact ${at('src', 'gone', 'run.ts')}:1`);
  });

  it('C10 reads no script that a link leads outside', async () => {
    put(join(home, 'secret', 'run.js'), `${script}//# sourceMappingURL=${inline(mapOf('run.ts'))}`);
    symlinkSync(join(home, 'secret', 'run.js'), at('dist', 'linked.js'));
    assert.equal((await read(null, at('dist', 'linked.js'))).place, `generated ${at('dist', 'linked.js')}:2`);
    assert.ok(readFileSync(at('dist', 'linked.js'), 'utf8').length > 0);
  });
});
