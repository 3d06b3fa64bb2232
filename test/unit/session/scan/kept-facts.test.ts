import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanProgress, ScanResult } from '../../../../src/session/index.ts';
import { scannerVersion, userFactsFolder } from '../../../../src/session/scan/facts-folder.ts';
import { FactsPack } from '../../../../src/session/scan/facts-pack.ts';
import { ProjectAnalysis } from '../../../../src/session/scan/analyse-files.ts';
import { Project } from '../../../../src/session/scan/project.ts';
import { scanProject } from '../../../../src/session/scan/scan-project.ts';
import { makeProject, queryInLoop, removeProjects, writeInto } from '../../../helpers/made-project.ts';

interface Asked {
  readonly cwd: string;
  readonly factsFolder?: string;
  readonly rules?: readonly string[];
  readonly onProgress?: (progress: ScanProgress) => void;
}

/** What the analysis thread does, in this one. */
const scan = (paths: readonly string[], { cwd, factsFolder, rules = [], onProgress = () => undefined }: Asked): Promise<ScanResult> =>
  scanProject({ root: cwd, paths: paths.length === 0 ? [''] : paths, rules, factsFolder: factsFolder ?? null }, onProgress);

const told = (result: ScanResult): string[] => result.findings.map(({ file, line }) => `${file}:${line}`);

/** Needs dist/scan.cjs, whose hash is the version. */
describe('facts kept between scans', () => {
  afterEach(removeProjects);

  const files = { 'a.ts': queryInLoop, 'b.ts': `import { one } from './c';\nexport const all = async (ids: string[]) => {\n  for (const id of ids) await one(id);\n};\n`, 'c.ts': queryInLoop.replace('load(ids', 'one(ids').replace('for (const id of ids) ', 'const id = ids[0]; ') };
  const start = (): { cwd: string; factsFolder: string } => ({ cwd: makeProject(files), factsFolder: join(makeProject(), 'facts') });
  const packOf = (factsFolder: string): string => {
    const names = readdirSync(factsFolder);
    assert.equal(names.length, 1, names.join());
    return join(factsFolder, names[0]);
  };

  it('give the same result as a cold scan, of the same and of changed files', async () => {
    const { cwd, factsFolder } = start();
    const cold = await scan([], { cwd, factsFolder });
    assert.deepEqual(told(cold), ['a.ts:4', 'b.ts:3']);
    assert.deepEqual(await scan([], { cwd, factsFolder }), cold);
    writeInto(cwd, 'c.ts', 'export const one = (id: string) => id;\n');
    assert.deepEqual(await scan([], { cwd, factsFolder }), await scan([], { cwd }));
    rmSync(join(cwd, 'a.ts'));
    assert.deepEqual(told(await scan([], { cwd, factsFolder })), []);
  });

  it('are really used: a second scan reads them back, each file with its facts', async () => {
    const { cwd, factsFolder } = start();
    await scan([], { cwd, factsFolder });
    const pack = FactsPack.open(packOf(factsFolder), scannerVersion() ?? '');
    assert.deepEqual([...pack.index.files].map(([path, { facts }]) => [path, facts !== null && typeof pack.read(facts)]), [['a.ts', 'object'], ['b.ts', 'object'], ['c.ts', 'object']]);
    assert.equal(pack.index.results.size, 1);
    const project = new Project(cwd, pack);
    assert.equal(project.facts('c.ts')?.path, 'c.ts', 'without a parser');
    pack.close();
  });

  it('are asked apart for other rules, paths and settings', async () => {
    const { cwd, factsFolder } = start();
    assert.deepEqual(told(await scan([], { cwd, factsFolder, rules: ['sync-blocking'] })), []);
    assert.deepEqual(told(await scan(['b.ts'], { cwd, factsFolder })), ['b.ts:3']);
    assert.deepEqual(told(await scan([], { cwd, factsFolder })), ['a.ts:4', 'b.ts:3']);
    writeInto(cwd, '.gitignore', 'a.ts\n');
    assert.deepEqual(told(await scan([], { cwd, factsFolder })), ['b.ts:3']);
  });

  it('tell their findings as a scan does', async () => {
    const { cwd, factsFolder } = start();
    await scan([], { cwd, factsFolder });
    const found: string[] = [];
    await scan([], { cwd, factsFolder, onProgress: ({ findings }) => found.push(...findings.map(({ file }) => file)) });
    assert.deepEqual(found.toSorted(), ['a.ts', 'b.ts']);
  });

  it('are as if they were not there when they are cut off, changed, of the future or empty', async () => {
    const { cwd, factsFolder } = start();
    const cold = await scan([], { cwd, factsFolder });
    const pack = packOf(factsFolder);
    const whole = readFileSync(pack);
    const damage: Record<string, () => void> = {
      'cut off': () => truncateSync(pack, whole.length >> 1),
      empty: () => writeFileSync(pack, ''),
      'another version': () => writeFileSync(pack, Buffer.concat([Buffer.from(whole.toString('latin1', 0, 256).replace(/"flameline":"../, '"flameline":"zz'), 'latin1'), whole.subarray(256)])),
      'no pack at all': () => writeFileSync(pack, 'x'.repeat(5000)),
      'a changed byte in every part': () => writeFileSync(pack, whole.map((byte, at) => (at > 256 && at % 100 === 0 ? byte ^ 1 : byte))),
    };
    for (const [name, change] of Object.entries(damage)) {
      change();
      assert.deepEqual(await scan([], { cwd, factsFolder }), cold, name);
      assert.equal(readFileSync(pack).length > 256, true, `${name}: it is written anew`);
    }
  });

  it('are not read when others may write them, or through a link', async function () {
    if (process.platform === 'win32') this.skip();
    const { cwd, factsFolder } = start();
    await scan([], { cwd, factsFolder });
    const pack = packOf(factsFolder);
    assert.equal(FactsPack.open(pack, scannerVersion() ?? '').index.files.size, 3, 'it is one that can be read');
    const link = join(makeProject(), 'link');
    symlinkSync(pack, link);
    assert.equal(FactsPack.open(link, scannerVersion() ?? '').index.files.size, 0);
    chmodSync(pack, 0o666);
    assert.equal(FactsPack.open(pack, scannerVersion() ?? '').index.files.size, 0);
  });

  it('are never read from nor written into the project, also through a link', async () => {
    const { cwd, factsFolder } = start();
    await scan([], { cwd, factsFolder });
    const inside = join(cwd, '.cache', 'facts');
    mkdirSync(inside, { recursive: true });
    const link = join(makeProject(), 'link');
    symlinkSync(inside, link);
    for (const folder of [inside, link]) {
      await scan([], { cwd, factsFolder: folder });
      assert.deepEqual(readdirSync(inside), [], folder);
    }
  });

  it('of projects that nobody scans any more go, and packs that were never finished', async () => {
    const { cwd, factsFolder } = start();
    mkdirSync(factsFolder, { recursive: true });
    const month = Date.now() / 1000 - 31 * 24 * 3600;
    const old = [`${'a'.repeat(32)}.facts`, `${'b'.repeat(32)}.facts.00ff`, 'notes.txt'];
    for (const name of old) {
      writeFileSync(join(factsFolder, name), '');
      utimesSync(join(factsFolder, name), month, month);
    }
    await scan([], { cwd, factsFolder });
    assert.deepEqual(readdirSync(factsFolder).filter((name) => old.includes(name)), ['notes.txt'], 'what is not ours stays');
  });

  it('may be written by two processes at once', async () => {
    const { cwd, factsFolder } = start();
    const results = await Promise.all([1, 2, 3].map(() => scan([], { cwd, factsFolder })));
    for (const result of results) assert.deepEqual(told(result), ['a.ts:4', 'b.ts:3']);
    packOf(factsFolder);
    assert.deepEqual(told(await scan([], { cwd, factsFolder })), ['a.ts:4', 'b.ts:3']);
  });

  it('help where the folder can not be made: nothing is kept, the scan is whole', async () => {
    const { cwd } = start();
    const file = join(makeProject({ taken: '' }), 'taken');
    assert.deepEqual(told(await scan([], { cwd, factsFolder: join(file, 'facts') })), ['a.ts:4', 'b.ts:3']);
  });

  it('are read by a live project', async () => {
    const { cwd, factsFolder } = start();
    await scan([], { cwd, factsFolder });
    const project = await ProjectAnalysis.open({ root: cwd, rules: [], factsFolder });
    assert.equal(project.analyse('b.ts', null).length, 1);
  });
});

describe('the folder of kept facts', () => {
  it('is where the platform keeps what can be made again', () => {
    assert.equal(userFactsFolder('linux', { XDG_CACHE_HOME: '/cache' }), join('/cache', 'flameline', 'facts'));
    assert.match(userFactsFolder('linux', {}) ?? '', /\.cache.flameline.facts$/);
    assert.match(userFactsFolder('darwin', { XDG_CACHE_HOME: '/cache' }) ?? '', /Library.Caches.flameline.facts$/);
    assert.equal(userFactsFolder('win32', {}), null);
  });

  it('is none when the environment names one that is not absolute', () => {
    assert.equal(userFactsFolder('linux', { XDG_CACHE_HOME: '.cache' }), null);
  });
});
