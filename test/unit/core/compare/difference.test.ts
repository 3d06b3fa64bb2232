import assert from 'node:assert/strict';
import { findVanished } from '../../../../src/core/compare/find-vanished.ts';
import { joinRuns, type JoinedRuns } from '../../../../src/core/compare/join-runs.ts';
import { changeKinds, listChanges, type Measure } from '../../../../src/core/compare/list-changes.ts';
import { mergeDifference } from '../../../../src/core/compare/merge-difference.ts';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { drawFlame, nameOf, printBoxes, scopeOf } from '../layout/flame-fixture.ts';

function join(before: FlameData, after: FlameData): JoinedRuns {
  const joined = joinRuns(before, after);
  assert.ok(joined.ok);
  return joined.value;
}

/** Two drawings joined. A function's line is its place in the drawing, so that it is another in each. */
function compare(beforeText: string, afterText: string) {
  const joined = join(drawFlame([beforeText]), drawFlame([afterText], { url: 'file:///elsewhere/main.js' }));
  const [before, after] = [scopeOf(joined.data, { lanes: [0] }), scopeOf(joined.data, { lanes: [1] })];
  return { ...joined, before, after, difference: mergeDifference(before.tree, after.tree) };
}

/** `parse: 3 → 1`, totals of each stack, ms; a stack is its names from the root on. */
function printStacks({ data, difference: { before, after } }: ReturnType<typeof compare>): string[] {
  const stacks: string[] = [];
  for (let row = 0; row < before.length; row++) stacks.push(row === 0 ? '' : `${stacks[before.parent[row]]}/${nameOf(data, before.func[row])}`);
  return stacks.map((stack, row) => `${stack || '(root)'}: ${before.total[row] / 1000} → ${after.total[row] / 1000}`);
}

function printChanges({ data, before, after }: ReturnType<typeof compare>, measure: Measure = 'absolute'): string[] {
  const { order, kind, selfBefore, selfAfter, totalBefore, totalAfter } = listChanges(before.functions, after.functions, data.functions, measure);
  const shown = (value: number): number => (measure === 'absolute' ? value / 1000 : Math.round(value * 1000) / 1000);
  return [...order].map((row) => `${nameOf(data, row)} ${changeKinds[kind[row]]} ${shown(selfBefore[row])} → ${shown(selfAfter[row])} (${shown(totalBefore[row])} → ${shown(totalAfter[row])})`);
}

describe('the difference of two runs', () => {
  const fixed = () => compare(
    `
     main   main   main   main   main   (idle)
     parse  parse  parse  slow   print`,
    `
     main   main   main
     parse  print  write`,
  );

  it('has each stack of either once, with what it took in both', () => {
    assert.deepEqual(printStacks(fixed()), ['(root): 6 → 3', '/main: 5 → 3', '/main/parse: 3 → 1', '/main/print: 1 → 1', '/main/write: 0 → 1', '/main/slow: 1 → 0', '/(idle): 1 → 0']);
  });

  it('is drawn as wide as the later run, or as the earlier one', () => {
    const { data, difference: { before, after } } = fixed();
    assert.deepEqual(printBoxes(data, after, layoutLeftHeavy(after)), ['(root) 0–3', 'main 0–3', 'parse 0–1 | print 1–2 | write 2–3']);
    assert.deepEqual(printBoxes(data, before, layoutLeftHeavy(before)), ['(root) 0–6', 'main 0–5 | (idle) 5–6', 'parse 0–3 | print 3–4 | slow 4–5']);
  });

  it('lists what became of each function, the largest difference first, without idle', () => {
    assert.deepEqual(printChanges(fixed()), ['parse changed 3 → 1 (3 → 1)', 'write new 0 → 1 (0 → 1)', 'slow gone 1 → 0 (1 → 0)', 'main changed 0 → 0 (5 → 3)', 'print same 1 → 1 (1 → 1)']);
  });

  it('compares shares of each run when asked to, so that a run of twice the length is the same', () => {
    const twice = compare('main   main\nparse  print', 'main   main   main   main\nparse  parse  print  print');
    assert.deepEqual(printChanges(twice, 'share'), ['main same 0 → 0 (1 → 1)', 'parse same 0.5 → 0.5 (0.5 → 0.5)', 'print same 0.5 → 0.5 (0.5 → 0.5)']);
    assert.deepEqual(printChanges(twice)[0], 'parse changed 1 → 2 (1 → 2)');
  });

  it('tells stacks that vanished by their first call that is gone, the heaviest first', () => {
    const { data, difference } = compare(
      `
       main   main   main   main
       parse  slow   slow   old
              deep   deep`,
      'main\nparse',
    );
    const { tops, tree } = findVanished(difference);
    assert.deepEqual([...tops].map((row) => `${nameOf(data, tree.func[row])} ${difference.before.total[row] / 1000}`), ['slow 2', 'old 1']);
    assert.deepEqual(printBoxes(data, tree, layoutLeftHeavy(tree)), ['(root) 0–3', 'main 0–3', 'slow 0–2 | old 2–3', 'deep 0–2']);
  });

  it('does not call a stack vanished that moved below another caller but one that has no such caller now', () => {
    const { data, difference } = compare('main   main\nparse  print\nsplit  split', 'main   main\nprint  parse\nsplit');
    assert.deepEqual([...findVanished(difference).tops].map((row) => nameOf(data, difference.before.func[row])), ['split']);
  });

  it('keeps the numbers of the later run and says where the earlier one had a function', () => {
    const before = drawFlame(['main@file:///p/a.js:3\nold@file:///p/a.js:9']);
    const after = drawFlame(['main@file:///q/a.js:30\nfresh@file:///q/a.js:40']);
    const { data, afterFunctions, beforeFile, beforeLine } = join(before, after);
    const rows = Array.from({ length: data.functions.length }, (_, row) => [nameOf(data, row), beforeFile[row] < 0 ? '' : `${data.strings[beforeFile[row]]}:${beforeLine[row]}`]);
    assert.deepEqual(rows, [['(root)', ':0'], ['main', '/p/a.js:3'], ['fresh', ''], ['(program)', ':0'], ['old', '/p/a.js:9']]);
    assert.equal(afterFunctions, 4);
  });

  it('is refused when the runs counted different things', () => {
    const time = drawFlame(['main']);
    const joined = joinRuns(time, { ...time, unit: 'bytes' });
    assert.equal(!joined.ok && joined.problem.message, "The first profile counts time, the second bytes; they can't be compared");
  });

  it('of a million calls one below the other is found without recursion', () => {
    const deep = chain(1_000_000);
    const { data } = join(deep, deep);
    const { tree } = scopeOf(data, { lanes: [0] });
    const difference = mergeDifference(tree, scopeOf(data, { lanes: [1] }).tree);
    assert.equal(difference.after.length, 1_000_001);
    assert.equal(findVanished(difference).tops.length, 0);
  });
});

/** One function that calls itself so many times. */
function chain(depth: number): FlameData {
  const data = drawFlame(['main']);
  const length = depth + 1;
  const nodes = {
    length, parent: Int32Array.from({ length }, (_, node) => node - 1), func: new Int32Array(length).fill(1, 1),
    self: new Float64Array(length).fill(1, length - 1), samples: new Int32Array(length).fill(1, length - 1),
  };
  return { ...data, lanes: [{ ...data.lanes[0], nodes }] };
}
