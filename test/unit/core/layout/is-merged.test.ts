import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMerged } from '../../../../src/core/layout/is-merged.ts';
import type { FlameFunctions, FlameLane } from '../../../../src/core/model/flame-data.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { drawFlame } from './flame-fixture.ts';

/** Six functions; the last one is a meta frame. */
const [own, program] = [categories.indexOf('own'), categories.indexOf('program')];
const category = Uint8Array.from([program, own, own, own, own, program]);

/** `[caller, function]` by node from 1 on. */
type Nodes = readonly (readonly [caller: number, func: number])[];

function laneOf(nodes: Nodes): { readonly lane: FlameLane; readonly functions: FlameFunctions } {
  const { lanes: [lane], functions } = drawFlame(['main']);
  const parent = Int32Array.from([-1, ...nodes.map(([caller]) => caller)]);
  const func = Int32Array.from([0, ...nodes.map(([, called]) => called)]);
  return { lane: { ...lane, nodes: { ...lane.nodes, length: parent.length, parent, func } }, functions: { ...functions, length: category.length, category } };
}

const isMergedOf = (nodes: Nodes): boolean => {
  const { lane, functions } = laneOf(nodes);
  return isMerged(lane, functions);
};

/** The plainest way: no two nodes are the same call, and no hidden frame stands right below itself. */
const isOneEach = (nodes: Nodes): boolean =>
  new Set(nodes.map(String)).size === nodes.length && nodes.every(([caller, func]) => category[func] !== program || func !== (caller === 0 ? 0 : nodes[caller - 1][1]));

/** Each node stands below one of the way to the node before it: `up` steps back from there. */
const depthFirst = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }).map((steps): Nodes => {
  const way = [0];
  return steps.map(([up, func], at) => {
    way.length = Math.max(1, way.length - up);
    const caller = way[way.length - 1];
    way.push(at + 1);
    return [caller, func];
  });
});
const anyOrder = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }).map((nodes): Nodes => nodes.map(([caller, func], at) => [caller % (at + 1), func]));

describe('seeing whether each stack is one node', () => {
  it('sees it wherever the nodes stand depth first', () => {
    fc.assert(fc.property(depthFirst, (nodes) => { assert.equal(isMergedOf(nodes), isOneEach(nodes)); }), { numRuns: 2000 });
  });

  it('sees it in any other order as well', () => {
    fc.assert(fc.property(anyOrder, (nodes) => { assert.equal(isMergedOf(nodes), isOneEach(nodes)); }), { numRuns: 2000 });
  });

  it('finds a second call though the function was called deeper in between', () => {
    assert.equal(isMergedOf([[0, 1], [1, 2], [2, 3], [3, 2], [1, 2]]), false);
  });

  it('takes the same function below different callers for different stacks', () => {
    assert.equal(isMergedOf([[0, 1], [1, 2], [2, 1], [3, 2], [0, 3], [5, 2]]), true);
  });

  it('leaves a tree to the merging in which many nodes stand behind the others', () => {
    const callers = Array.from({ length: 3000 }, (_, at): readonly [number, number] => [at, 1 + (at % 4)]);
    assert.equal(isMergedOf([...callers, ...callers.map((_, at): readonly [number, number] => [at + 1, 5])]), false);
  });
});
