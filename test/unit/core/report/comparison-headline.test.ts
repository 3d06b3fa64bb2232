import assert from 'node:assert/strict';
import type { Comparison, FunctionChange } from '../../../../src/core/compare/comparison.ts';
import { headlineComparison } from '../../../../src/core/report/comparison-headline.ts';

const place = (self: number) => ({ file: '/p/a.js', line: 1, self, total: self });
const change = (more: Partial<FunctionChange>): FunctionChange => ({ kind: 'changed', name: 'parse', category: 'own', before: place(900), after: place(60), ...more });
const compared = (functions: readonly FunctionChange[], more: Partial<Comparison> = {}): Comparison => ({
  unit: 'microseconds', measure: 'absolute', before: { label: 'old', all: 1000, idle: 0, samples: 1 }, after: { label: 'new', all: 880, idle: 0, samples: 1 },
  functions, vanished: [], vanishedCount: 0, problems: [], ...more,
});
const ofRuns = (was: number, is: number, more: Partial<Comparison> = {}): string =>
  headlineComparison(compared([], { before: { label: 'old', all: was, idle: 0, samples: 1 }, after: { label: 'new', all: is, idle: 0, samples: 1 }, ...more })).replace(/^.*?; /, '');

describe('Two runs in one sentence', () => {
  it('name the function that changed most, then the whole', () => {
    assert.equal(headlineComparison(compared([change({})])), '`parse` takes 0.84 s less; the run took 0.88 s of CPU time, 12 % less than before (1 s).');
    assert.match(headlineComparison(compared([change({ before: place(60), after: place(900) })])), /^`parse` takes 0\.84 s more; /);
  });

  it('say of one that came or went what it takes or took', () => {
    assert.match(headlineComparison(compared([change({ kind: 'new', before: null, after: place(250) })])), /^`parse` is new and takes 0\.25 s; /);
    assert.match(headlineComparison(compared([change({ kind: 'gone', after: null })])), /^`parse` is gone with its 0\.9 s; /);
  });

  it('set off the name as the face does', () => {
    assert.match(headlineComparison(compared([change({})]), (name) => `*${name}*`), /^\*parse\* takes/);
  });

  it('call V8\'s own frames by what they are', () => {
    assert.match(headlineComparison(compared([change({ category: 'gc', name: '(garbage collector)' })])), /^The garbage collector takes 0\.84 s less; /);
    assert.match(headlineComparison(compared([change({ category: 'program' })])), /^Node itself \(starting, native code\) takes/);
  });

  it('say that nothing changed noticeably', () => {
    const nothing = /^No function takes noticeably more or less than before; the run took /;
    assert.match(headlineComparison(compared([])), nothing);
    assert.match(headlineComparison(compared([change({ kind: 'same' })])), nothing);
  });

  it('say shares in points and as shares of the whole', () => {
    const shares = { unit: 'count', measure: 'share' } as const;
    assert.match(headlineComparison(compared([change({ before: place(0.9), after: place(0.5) })], shares)), /^`parse` takes 40 points less of the counts; /);
    assert.match(headlineComparison(compared([change({ kind: 'new', before: null, after: place(0.25) })], shares)), /^`parse` is new and takes 25 % of the counts; /);
  });

  it('set the wholes against each other in words that fit', () => {
    assert.equal(ofRuns(1000, 1000), 'the run took 1 s of CPU time, as much as before.');
    assert.equal(ofRuns(1000, 1500), 'the run took 1.5 s of CPU time, 50 % more than before (1 s).');
    assert.equal(ofRuns(1000, 2000), 'the run took 2 s of CPU time, 2 times as much as before (1 s).');
    assert.equal(ofRuns(100, 1_234), 'the run took 1.2 s of CPU time, 12 times as much as before (0.1 s).');
    assert.equal(ofRuns(1, 123_456), 'the run took 2 m 03 s of CPU time, 123,456 times as much as before (1 ms).');
    assert.equal(ofRuns(0, 5), 'the run took 5 ms of CPU time, more than before (0 ms).');
  });

  it('count no waiting, and call the time that passed by its name', () => {
    const waited = headlineComparison(compared([], { before: { label: '', all: 5000, idle: 4000, samples: 1 }, after: { label: '', all: 1000, idle: 0, samples: 1 } }));
    assert.match(waited, /the run took 1 s of CPU time, as much as before\.$/);
    assert.match(ofRuns(1, 1, { problems: [{ code: 'wall-time', message: '' }] }), /of wall time/);
  });

  it('say memory in bytes', () => {
    assert.equal(ofRuns(64_000, 32_000, { unit: 'bytes' }), 'the run took 32.0 MB of memory, 50 % less than before (64.0 MB).');
  });
});
