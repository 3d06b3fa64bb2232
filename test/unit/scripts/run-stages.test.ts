import assert from 'node:assert/strict';
import { runStages } from '../../../scripts/tests/run-stages.ts';
import type { Stage, StageResult } from '../../../scripts/tests/stage.ts';
import { selectStages } from '../../../scripts/tests/stages.ts';

const stage = (name: string, ...after: string[]): Stage => ({ name, programs: [], after, counts: 'tests' });
const result = (name: string, failed = 0): StageResult => ({ name, passed: 3, failed, skipped: 0, seconds: 1 });

/** Stages that end when told; `log` is what the user sees. */
function stand(stages: readonly Stage[], atOnce?: number) {
  const started: string[] = [];
  const ends = new Map<string, (failed?: number) => void>();
  const prints = new Map<string, (text: string) => void>();
  let log = '';
  const done = runStages(
    stages,
    ({ name }, print) => {
      started.push(name);
      prints.set(name, print);
      return new Promise((end) => ends.set(name, (failed) => end(result(name, failed))));
    },
    (text) => (log += text),
    atOnce,
  );
  const settle = () => new Promise((next) => setImmediate(next));
  const end = (name: string, failed?: number) => {
    ends.get(name)?.(failed);
    return settle();
  };
  return { done, started, end, print: (name: string, text: string) => prints.get(name)?.(text), log: () => log };
}

describe('the stages of npm test', () => {
  it('run two at a time, each after what it needs', async () => {
    const run = stand([stage('build'), stage('lint'), stage('unit', 'build'), stage('cli', 'build')]);
    assert.deepEqual(run.started, ['build', 'lint']);
    await run.end('lint');
    assert.deepEqual(run.started, ['build', 'lint']);
    await run.end('build');
    assert.deepEqual(run.started, ['build', 'lint', 'unit', 'cli']);
    await run.end('unit');
    await run.end('cli');
    assert.deepEqual((await run.done).map(({ name }) => name), ['build', 'lint', 'unit', 'cli']);
  });

  it('count as failed, and are not run, when what they need has failed', async () => {
    const run = stand([stage('build'), stage('unit', 'build'), stage('late', 'unit')]);
    await run.end('build', 1);
    const [, unit, late] = await run.done;
    assert.deepEqual(run.started, ['build']);
    assert.deepEqual([unit?.failed, unit?.passed, late?.failed], [1, 0, 1]);
    assert.match(run.log(), /Not run: build failed/);
  });

  it('show the first unfinished stage live and keep the output of the others for their turn', async () => {
    const run = stand([stage('one'), stage('two')]);
    run.print('two', 'from two\n');
    run.print('one', 'from one\n');
    assert.match(run.log(), /from one/);
    assert.doesNotMatch(run.log(), /from two/);
    await run.end('one');
    assert.match(run.log(), /from one[\s\S]*one: 3 ok, 0 not ok[\s\S]*── two ──\nfrom two/);
    await run.end('two');
    await run.done;
  });
});

describe('choosing stages', () => {
  const all = [stage('build'), stage('tools'), stage('unit', 'build'), stage('ui', 'unit', 'tools')];

  it('takes along what a stage needs, and no more', () => {
    assert.deepEqual(selectStages(all, ['unit']).map(({ name }) => name), ['build', 'unit']);
    assert.deepEqual(selectStages(all, ['ui']), all);
    assert.deepEqual(selectStages(all, []), all);
  });

  it('refuses a name that is no stage', () => {
    assert.throws(() => selectStages(all, ['unti']), /Unknown stage unti\. There are: build tools unit ui\./);
  });
});
