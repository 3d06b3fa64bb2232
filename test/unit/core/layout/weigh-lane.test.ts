import assert from 'node:assert/strict';
import { finishTree } from '../../../../src/core/layout/finish-tree.ts';
import { mergeLanes } from '../../../../src/core/layout/merge-lanes.ts';
import { transformCalls } from '../../../../src/core/layout/transform-calls.ts';
import { weighLane } from '../../../../src/core/layout/weigh-lane.ts';
import { totalFunctions } from '../../../../src/core/layout/total-functions.ts';
import { drawFlame, nameOf, rowNamed } from './flame-fixture.ts';

const data = drawFlame(['main   main   (idle)\nparse  draw']);
const [lane] = data.lanes;
const weighed = (range: readonly [number, number] | null): string => {
  const { self, samples } = weighLane(lane, range);
  return Array.from(self, (time, node) => `${nameOf(data, lane.nodes.func[node])} ${time} ${samples[node]}`).filter((text) => !text.endsWith(' 0 0')).join(', ');
};

describe('what a lane weighs', () => {
  it('is its own sums when nothing is chosen', () => {
    assert.equal(weighLane(lane, null), lane.nodes);
  });

  it('counts a sample at the edge of a range with its part inside', () => {
    assert.equal(weighed([500, 2250]), 'parse 500 1, draw 1000 1, (idle) 250 1');
    assert.equal(weighed([1000, 2000]), 'draw 1000 1', 'neighbours that only touch it are not in it');
    assert.equal(weighed([9000, 9999]), '');
  });
});

describe('lanes together', () => {
  it('are one tree: the same stacks of two threads are one row', () => {
    const both = drawFlame(['main\nparse', 'main  main\nparse draw']);
    const { length, func, parent } = mergeLanes(both.lanes, both.functions);
    const rows = Array.from({ length }, (_, row) => `${parent[row]} ${nameOf(both, func[row])}`);
    assert.deepEqual(rows.slice(0, 3), ['-1 (root)', '0 main', '1 parse']);
    assert.equal(new Set(rows).size, length);
  });

  it('keep their rows when nothing is changed of the stacks', () => {
    const calls = mergeLanes(data.lanes, data.functions);
    assert.equal(transformCalls(calls, [], data.functions).length, calls.length);
  });
});

describe('a finished tree', () => {
  const calls = mergeLanes(data.lanes, data.functions);
  const at = (name: string): number => Array.from(calls.func).findIndex((func) => nameOf(data, func) === name);
  const own = { self: new Float64Array(calls.length), samples: new Float64Array(calls.length) };
  own.self[at('parse')] = 1;
  own.self[at('draw')] = 4;
  own.samples[at('draw')] = 2;

  it('adds up to the root and ranks callees by weight, without those that have none', () => {
    const { total, samples, childStart, order } = finishTree(calls, own);
    const calleesOf = (row: number): string => Array.from(order.subarray(childStart[row], childStart[row + 1]), (child) => nameOf(data, calls.func[child])).join(' ');
    assert.deepEqual([total[0], samples[0], total[at('main')]], [5, 2, 5]);
    assert.equal(calleesOf(at('main')), 'draw parse');
    assert.equal(calleesOf(0), 'main', 'idle has neither time nor a sample here');
  });

  it('gives each function its sums', () => {
    const { self, total, all } = totalFunctions(finishTree(calls, own), own, data.functions);
    assert.deepEqual([self[rowNamed(data, 'draw')], total[rowNamed(data, 'main')], self[rowNamed(data, 'main')], all], [4, 5, 0, 5]);
  });
});
