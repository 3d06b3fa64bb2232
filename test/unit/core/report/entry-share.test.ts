import assert from 'node:assert/strict';
import { entryShare, idleEntryShare } from '../../../../src/core/report/entry-share.ts';
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
