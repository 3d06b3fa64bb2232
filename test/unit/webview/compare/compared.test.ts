import assert from 'node:assert/strict';
import { joinRuns } from '../../../../src/core/compare/join-runs.ts';
import type { Measure } from '../../../../src/core/compare/list-changes.ts';
import { Compared } from '../../../../src/webview/compare/compared.ts';
import { describeCompared, readOutCompared } from '../../../../src/webview/compare/describe-compared.ts';
import { LayoutEngine } from '../../../../src/webview/engine/layout-engine.ts';
import { quietFacts } from '../../../webview/viewer-profiles.ts';
import { drawFlame, rowNamed } from '../../core/layout/flame-fixture.ts';
import { modelOf } from '../shown-fixture.ts';

const joined = joinRuns(drawFlame(['main   main   main   main   (idle)\nparse  parse  split']), drawFlame(['main   main   (idle)\nparse  trim']));
assert.ok(joined.ok);
const { data, beforeLanes } = joined.value;
const model = modelOf(data);
const difference = new LayoutEngine(data).difference(beforeLanes);
const comparedBy = (measure: Measure): Compared => new Compared(difference, model, measure);
const named = (name: string): number => rowNamed(data, name);
const tell = (func: number, whole = 'CPU time'): string => describeCompared({ facts: { ...quietFacts, whole }, model }, comparedBy('absolute'), func, -1).join('\n');

describe('two runs compared', () => {
  it('say both numbers and the change', () => {
    const compared = comparedBy('absolute');
    assert.equal(compared.sayPair(compared.total(named('parse'))), '2.0 ms → 1.0 ms (−1.0 ms)');
    assert.equal(compared.sayPair(compared.self(named('main'))), '1.0 ms → 0 ms (−1.0 ms)');
  });
  it('leave waiting out of the whole', () => {
    const compared = comparedBy('absolute');
    assert.equal(compared.sayPair(compared.whole), '4.0 ms → 2.0 ms (−2.0 ms)');
  });
  it('are shares of their own run when asked to', () => {
    const compared = comparedBy('share');
    assert.equal(compared.sayPair(compared.whole), '100 % → 100 % (0.0 points)');
    assert.equal(compared.sayPair(compared.total(named('split'))), '25.0 % → 0 % (−25.0 points)');
    assert.equal(compared.sayVanished(1000), '25.0 %', 'what vanished is of the earlier run');
  });
  it('say of a stack what it took in each', () => {
    const { after } = difference;
    const row = Array.from(after.tree.func).indexOf(named('trim'));
    assert.deepEqual(comparedBy('absolute').totals(row), { before: 0, after: 1000 });
  });
});

describe('a function of two runs', () => {
  it('is told with what became of it', () => {
    for (const [name, became] of [['split', 'gone'], ['trim', 'new'], ['parse', 'faster'], ['main', 'faster']]) assert.match(tell(named(name)), new RegExp(`^${name} — ${became}\n`));
  });
  it('is read out in one line', () => {
    assert.match(readOutCompared(model, comparedBy('absolute'), named('parse'), -1), /^parse, faster, −1\.0 ms in total, before 2\.0 ms, after 1\.0 ms, own code, src\/main\.js:\d+$/);
  });
  it('is the whole of both at the root, called by what the runs count', () => {
    assert.equal(tell(0), 'Both runs\nCPU time 4.0 ms → 2.0 ms (−2.0 ms)');
    assert.equal(tell(0, 'wall time'), 'Both runs\nWall time 4.0 ms → 2.0 ms (−2.0 ms)');
  });
});
