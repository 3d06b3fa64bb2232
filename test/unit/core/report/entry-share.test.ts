import assert from 'node:assert/strict';
import { entryShare, findIdleEntry, idleEntryShare } from '../../../../src/core/report/entry-share.ts';
import { analyzeDrawn } from './drawn-analysis.ts';

describe('entryShare', () => {
  it('counts an entry that only calls others: it did run', () => {
    const analysis = analyzeDrawn(`
      main@/p/main.js   main@/p/main.js   other@/p/o.js
      work@/p/work.js   work@/p/work.js
    `);
    assert.ok(Math.abs(entryShare(analysis, '/p/main.js') - 2 / 3) < 1e-9);
  });

  it('is near nothing for a module that only exports, and 0 for a file that never ran', () => {
    const analysis = analyzeDrawn('evaluate@/p/exports.js   work@/p/work.js', { durationsUs: [500, 99_500] });
    assert.ok(entryShare(analysis, '/p/exports.js') < idleEntryShare);
    assert.equal(entryShare(analysis, '/p/none.js'), 0);
  });
});

describe('findIdleEntry', () => {
  const node = 'compile@node:internal/x:1';

  it('advises to profile another entry when next to nothing of own code ran', () => {
    const problem = findIdleEntry(analyzeDrawn(`${node}  evaluate@/p/exports.js`, { durationsUs: [99_500, 500] }), '/p/exports.js');
    assert.deepEqual(problem, { code: 'idle-entry', message: 'Nothing of this file ran for long; profile the entry that imports it', file: '/p/exports.js' });
  });

  it('is silent when the entry or anything it imports ran, and when the run mostly waited', () => {
    assert.equal(findIdleEntry(analyzeDrawn(`${node}  evaluate@/p/main.js`), '/p/main.js'), null);
    assert.equal(findIdleEntry(analyzeDrawn(`${node}  work@/p/work.js`), '/p/main.js'), null);
    assert.equal(findIdleEntry(analyzeDrawn(`${node}  (idle)  (idle)`), '/p/main.js'), null);
  });

  it('is silent when the program failed: that is why nothing of it ran', () => {
    const analysis = analyzeDrawn(`${node}  evaluate@/p/broken.js`, { durationsUs: [99_500, 500] });
    for (const end of [{ exitCode: 1 }, { exitCode: null, signal: 'SIGSEGV' }]) {
      assert.equal(findIdleEntry({ ...analysis, recordings: [{ ...analysis.recordings[0], ...end }] }, '/p/broken.js'), null);
    }
  });
});
