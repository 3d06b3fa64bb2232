import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { scan, type ScanProgress, SessionError } from '../../../../src/session/index.ts';
import { scanWithin, tellOnce } from '../../../../src/session/scan/scan.ts';
import { walkFiles } from '../../../../src/session/scan/scan-walk.ts';
import { makeProject, queryInLoop, removeProjects } from '../../../helpers/made-project.ts';

/** Needs dist/worker.cjs. */
describe('scan', () => {
  afterEach(removeProjects);

  it('tells how far it is, and every finding once', async () => {
    const cwd = makeProject({ 'a.ts': queryInLoop, 'b.ts': queryInLoop, 'c.ts': 'export const c = 1;\n', 'a.test.ts': queryInLoop });
    const words: ScanProgress[] = [];
    const result = await scan([], { cwd, onProgress: (word) => words.push(word) });
    assert.deepEqual(words.flatMap(({ findings }) => findings.map(({ file }) => file)).toSorted(), ['a.ts', 'b.ts']);
    assert.deepEqual([words[0].filesRead, words.at(-1)?.filesRead, words.at(-1)?.files], [0, 3, 3]);
    assert.equal(result.findings.length, 2);
    for (const [index, word] of words.entries()) assert.ok(index === 0 || word.filesRead >= words[index - 1].filesRead, 'it never goes back');
  });

  it('ends at once when it is cancelled, with the reason it was given', async () => {
    const cwd = makeProject(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`src/f${index}.ts`, queryInLoop])));
    const stop = new AbortController();
    const reason = new Error('enough');
    let told = 0;
    const running = scan([], { cwd, signal: stop.signal, onProgress: () => {
      told++;
      stop.abort(reason);
    } });
    await assert.rejects(running, reason);
    assert.equal(told, 1);
  });

  it('begins again with a larger heap when the first is full, and tells no finding twice', async () => {
    const root = makeProject({ 'a.ts': queryInLoop });
    const found: string[] = [];
    const request = { root, paths: [''], rules: [], factsFolder: null };
    const result = await scanWithin([8, 1024], request, ({ findings }) => found.push(...findings.map(({ file }) => file)));
    assert.deepEqual([result.findings.length, found], [1, ['a.ts']]);
    await assert.rejects(scanWithin([8], request, () => undefined), (error) => error instanceof SessionError && error.problem.code === 'analysis-stopped' && error.message.includes('memory'));
  });

  it('tells a finding once although two scans find it', () => {
    const words: number[] = [];
    const tell = tellOnce(({ findings }) => words.push(findings.length));
    const finding = { rule: 'n-plus-one', kind: 'query', message: '', severity: 'warning', file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2, chain: [], advice: '', alsoMatches: [] } as const;
    for (const findings of [[finding], [finding], [finding, { ...finding, line: 2 }]]) tell({ filesRead: 0, files: 1, findings });
    assert.deepEqual(words, [1, 0, 1]);
  });

  it('reads the project around what is named, not everything beside it, when it is asked from outside of one', async () => {
    const outside = makeProject({ 'other/a.ts': queryInLoop, 'shop/package.json': '{}', 'shop/src/a.ts': queryInLoop, 'shop/lib/b.ts': queryInLoop, 'loose/a.ts': queryInLoop });
    const scanned = async (...paths: string[]) => {
      const { root, findings } = await scan(paths, { cwd: outside });
      return [relative(outside, root), ...findings.map(({ file }) => file)];
    };
    assert.deepEqual(await scanned('shop/src'), ['shop', 'src/a.ts']);
    assert.deepEqual(await scanned('shop/src/a.ts'), ['shop', 'src/a.ts']);
    assert.deepEqual(await scanned('loose'), ['loose', 'a.ts']);
    assert.deepEqual(await scanned('loose', 'other'), ['', 'loose/a.ts', 'other/a.ts']);
    assert.deepEqual((await scan(['src'], { cwd: join(outside, 'shop') })).findings.map(({ file }) => file), ['src/a.ts']);
  });

  it('looks at examples, scripts and tests when their folder is named, but not at the tests among them', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'examples/shop/src/a.ts': queryInLoop, 'examples/shop/test/a.test.ts': queryInLoop, 'scripts/b.ts': queryInLoop });
    const scanned = async (...paths: string[]) => (await scan(paths, { cwd })).findings.map(({ file }) => file);
    assert.deepEqual(await scanned(), []);
    assert.deepEqual(await scanned('examples'), ['examples/shop/src/a.ts']);
    assert.deepEqual(await scanned('examples/shop/src'), ['examples/shop/src/a.ts']);
    assert.deepEqual(await scanned('scripts', 'examples'), ['examples/shop/src/a.ts', 'scripts/b.ts']);
  });

  it('lists a folder that can\'t be read', () => {
    const cwd = makeProject({ 'a.ts': queryInLoop });
    assert.deepEqual(walkFiles(join(cwd, 'gone')), { sources: [], settings: [], skipped: [{ file: '', reason: 'it could not be read' }] });
  });

  it('names a path that is not there', async () => {
    const cwd = makeProject();
    await assert.rejects(scan(['gone'], { cwd }), (error) => error instanceof SessionError && error.problem.code === 'unreadable');
  });
});
