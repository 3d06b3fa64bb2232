import assert from 'node:assert/strict';
import { scan, type ScanProgress, SessionError } from '../../../src/session/index.ts';
import { makeProject, queryInLoop, removeProjects } from '../../helpers/made-project.ts';

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

  it('names a path that is not there', async () => {
    const cwd = makeProject();
    await assert.rejects(scan(['gone'], { cwd }), (error) => error instanceof SessionError && error.problem.code === 'unreadable');
  });
});
