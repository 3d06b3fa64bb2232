import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOf, startOf } from '../../../../src/core/layout/box-edges.ts';
import { listCallers, listTopFunctions, type BottomUpRow } from '../../../../src/core/layout/bottom-up.ts';
import { findBridges } from '../../../../src/core/layout/find-bridges.ts';
import { findHeaviestPath } from '../../../../src/core/layout/find-heaviest-path.ts';
import { layoutChart } from '../../../../src/core/layout/layout-chart.ts';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import { layOutOverview } from '../../../../src/core/layout/lay-out-overview.ts';
import { buildCallees, buildCallers } from '../../../../src/core/layout/sandwich.ts';
import type { ScopedCalls } from '../../../../src/core/layout/scoped-calls.ts';
import { sumFunctionLines } from '../../../../src/core/layout/sum-function-lines.ts';
import type { FlameBoxes } from '../../../../src/core/layout/view.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { randomProfile } from '../model/random-profile.ts';
import { drawFlame, flameFrom, nameOf, printBoxes, printCalls, rowNamed, scopeOf, transformed } from './flame-fixture.ts';

const always = (check: (data: FlameData, scoped: ScopedCalls) => void): void =>
  fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => {
    const data = flameFrom(profiles);
    check(data, scopeOf(data));
  }), { numRuns: 200 });

const chartOf = ({ data, lanes, calls }: ScopedCalls): FlameBoxes => layoutChart(lanes[0], calls, calls.rowOf[0], data.functions.category);

/** Rows sorted, not overlapping, each box within one of its caller. */
function assertSound(boxes: FlameBoxes, parent: Int32Array): void {
  const { depth, rowStart, row } = boxes;
  const [start, end] = [boxes.left, boxes.right].map((places) => Float64Array.from(places, (edge) => boxes.edges[edge]));
  for (let level = 0; level < depth; level++) {
    for (let box = rowStart[level]; box < rowStart[level + 1]; box++) {
      assert.ok(start[box] <= end[box] && (box === rowStart[level] || end[box - 1] <= start[box] + 1e-6));
      if (level === 0) continue;
      const above = Array.from({ length: rowStart[level] - rowStart[level - 1] }, (_, at) => rowStart[level - 1] + at);
      assert.ok(above.some((caller) => row[caller] === parent[row[box]] && start[caller] <= start[box] && end[box] <= end[caller] + 1e-6));
    }
  }
}

/** A chain of recursive calls, each a different row. */
function chain(length: number): FlameData {
  const data = drawFlame(['a\nb\nc']);
  const parent = Int32Array.from({ length }, (_, row) => row - 1);
  const nodes = { length, parent, func: parent.map((row) => (row < 0 ? 0 : 1 + (row % 3))), self: new Float64Array(length).fill(1), samples: new Int32Array(length).fill(1) };
  const samples = { length, node: parent.map((row) => row + 1), duration: nodes.self };
  return { ...data, lanes: [{ ...data.lanes[0], nodes, samples, ticks: { start: new Int32Array(length + 1), line: new Int32Array(0), count: new Int32Array(0) } }] };
}

describe('the chart', () => {
  it('draws one box for as long as samples in a row share the frame', () => {
    const data = drawFlame([`
      main   main   main    main   (idle)  main
      parse  parse  render  parse          parse
      row    cell           row
    `]);
    const scoped = scopeOf(data);
    assert.deepEqual(printBoxes(data, scoped.tree, chartOf(scoped)), [
      '(root) 0–6',
      'main 0–4 | (idle) 4–5 | main 5–6',
      'parse 0–2 | render 2–3 | parse 3–4 | parse 5–6',
      'row 0–1 | cell 1–2 | row 3–4',
    ]);
  });

  it('leaves a gap where time was taken away', () => {
    const data = drawFlame(['main  (idle)  main']);
    const scoped = transformed(data, { kind: 'hide-category', category: data.functions.category[rowNamed(data, '(idle)')] });
    assert.deepEqual(printBoxes(data, scoped.tree, chartOf(scoped)), ['(root) 0–1 | (root) 2–3', 'main 0–1 | main 2–3']);
  });

  it('begins with the first sample of its lane, whose clock goes on from its beginning', () => {
    const data = drawFlame(['main'], { firstDeltaUs: 500 });
    const scoped = scopeOf(data);
    assert.deepEqual(printBoxes(data, scoped.tree, chartOf(scoped)), ['(root) 0.5–1.5', 'main 0.5–1.5']);
    const later = scopeOf({ ...data, lanes: [{ ...data.lanes[0], firstSample: 5000 }] });
    assert.deepEqual(printBoxes(data, later.tree, chartOf(later)), ['(root) 5–6', 'main 5–6']);
  });

  it('goes on with a stack that V8 could not read for one sample, and takes its time from nobody else', () => {
    const data = drawFlame([`
      main   main   (program)  main   main    (program)
      parse  parse             parse  render
    `]);
    const scoped = scopeOf(data);
    assert.deepEqual(printBoxes(data, scoped.tree, chartOf(scoped)), ['(root) 0–6', 'main 0–5 | (program) 5–6', 'parse 0–4 | render 4–5']);
    assert.deepEqual(printCalls(data, scoped.tree), ['(root) 6', '  main 4', '    parse 3 (3)', '    render 1 (1)', '  (program) 2 (2)']);
  });

  it('holds as much time of each row as its samples say, in sound rows', () => {
    always((data, scoped) => {
      const lane = scoped.lanes[0];
      const boxes = chartOf(scoped);
      assertSound(boxes, scoped.tree.parent);
      const drawn = new Float64Array(scoped.tree.length);
      boxes.row.forEach((row, box) => { drawn[row] += endOf(boxes, box) - startOf(boxes, box); });
      const isBridge = findBridges(lane, data.functions.category);
      const sampled = new Float64Array(scoped.tree.length);
      lane.samples.duration.forEach((duration, sample) => {
        const node = lane.samples.node[isBridge(sample) ? sample - 1 : sample];
        for (let row = scoped.calls.rowOf[0][node]; row >= 0; row = scoped.tree.parent[row]) sampled[row] += duration;
      });
      assert.ok(drawn.every((time, row) => Math.abs(time - sampled[row]) < 1e-6));
    });
  });
});

describe('the left-heavy graph', () => {
  it('puts the heaviest first, whatever the order of time', () => {
    const data = drawFlame([`
      main   main    main    main
      parse  render  render  render
                     cell
    `]);
    const { tree } = scopeOf(data);
    assert.deepEqual(printBoxes(data, tree, layoutLeftHeavy(tree)), ['(root) 0–4', 'main 0–4', 'render 0–3 | parse 3–4', 'cell 0–1']);
  });

  it('has one sound box for each row with time or samples', () => {
    always((_, { tree }) => {
      const boxes = layoutLeftHeavy(tree);
      assertSound(boxes, tree.parent);
      assert.deepEqual(new Set(boxes.row), new Set([0, ...tree.order.subarray(0, tree.childStart[tree.length])]));
    });
  });
});

describe('a sandwich', () => {
  const data = drawFlame([`
    main   other  main   main
    parse  parse  parse  render
           row    parse
                  row
  `]);
  const parse = rowNamed(data, 'parse');

  it('has the callees of a function, from its outermost call on', () => {
    const { tree, own } = scopeOf(data);
    assert.deepEqual(printCalls(data, buildCallees(tree, own, parse)), ['parse 3 (1)', '  row 1 (1)', '  parse 1', '    row 1 (1)']);
  });

  it('has its callers turned around, recursion counted once', () => {
    assert.deepEqual(printCalls(data, buildCallers(scopeOf(data).tree, parse)), ['parse 3', '  main 2 (2)', '  other 1 (1)']);
  });

  it('has the total of the function on both sides', () => {
    always((random, { tree, own, functions }) => {
      for (let func = 1; func < random.functions.length; func++) {
        assert.equal(buildCallees(tree, own, func).total[0], functions.total[func]);
        assert.equal(buildCallers(tree, func).total[0], functions.total[func]);
      }
    });
  });
});

describe('the bottom-up tree', () => {
  it('opened to the end has each stack turned around, with its time and samples', () => {
    always((_, { tree, own }) => {
      const found = new Map<string, number[]>();
      const open = (rows: readonly BottomUpRow[], below: string): void => {
        for (const row of rows) {
          const stack = below === '' ? String(row.func) : `${row.func}>${below}`;
          const callers = listCallers(tree, own, row);
          assert.equal(row.hasCallers, callers.length > 0);
          const self = row.self - callers.reduce((sum, caller) => sum + caller.self, 0);
          const samples = row.samples - callers.reduce((sum, caller) => sum + caller.samples, 0);
          if (self > 0 || samples > 0) found.set(stack, [self, samples]);
          open(callers, stack);
        }
      };
      open(listTopFunctions(tree, own), '');
      const expected = new Map<string, number[]>();
      for (let row = 1; row < tree.length; row++) {
        const stack: number[] = [];
        for (let at = row; at > 0; at = tree.parent[at]) stack.unshift(tree.func[at]);
        if (own.self[row] > 0 || own.samples[row] > 0) expected.set(stack.join('>'), [own.self[row], own.samples[row]]);
      }
      assert.deepEqual(new Map([...found].sort()), new Map([...expected].sort()));
    });
  });

  it('lists the heaviest first', () => {
    always((_, { tree, own }) => {
      const self = listTopFunctions(tree, own).map((row) => row.self);
      assert.deepEqual(self, [...self].sort((a, b) => b - a));
    });
  });
});

describe('the lines of a function', () => {
  const data = drawFlame(['main+7  main+9  main+7  main']);

  it('share its own time by their ticks', () => {
    assert.deepEqual(sumFunctionLines(scopeOf(data), rowNamed(data, 'main')), [{ line: 7, self: 4000 * 2 / 3, ticks: 2 }, { line: 9, self: 4000 / 3, ticks: 1 }]);
  });

  it('begin with the function where there are no ticks', () => {
    const bare = drawFlame(['main']);
    assert.deepEqual(sumFunctionLines(scopeOf(bare), rowNamed(bare, 'main')), [{ line: 10, self: 1000, ticks: 1 }]);
  });

  it('are of the time in the range', () => {
    const sum = sumFunctionLines(scopeOf(data, { range: [0, 2000] }), rowNamed(data, 'main')).reduce((all, { self }) => all + self, 0);
    assert.ok(Math.abs(sum - 2000) < 1e-9);
  });
});

describe('the overview', () => {
  it('says by step what was busy, and what of it own code', () => {
    const data = drawFlame([`
      main  (idle)  read@node:fs  main
    `]);
    const { length, busy, own } = layOutOverview(data, data.lanes, 2);
    assert.deepEqual([length, [...busy], [...own]], [4000, [0.5, 1], [0.5, 0.5]]);
  });

  it('tells by step how deep the calls are, where waiting counts as none', () => {
    const data = drawFlame([`
      main   main   (idle)  main
      parse  parse          parse
             row
    `]);
    const { depth } = layOutOverview(data, data.lanes, 2);
    assert.deepEqual([...depth], [2.5, 1]);
  });

  it('tells own code, dependencies and garbage collection apart', () => {
    const data = drawFlame([`
      main  load@file:///app/node_modules/csv/i.js:3  (garbage collector)  read@node:fs:9
    `]);
    const { busy, own, dependency, gc } = layOutOverview(data, data.lanes, 4);
    assert.deepEqual([busy, own, dependency, gc].map((column) => [...column]), [[1, 1, 1, 1], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]);
  });

  it('spreads a long sample over its steps', () => {
    const data = drawFlame(['main  (idle)'], { durationsUs: [3000, 1000] });
    assert.deepEqual([...layOutOverview(data, data.lanes, 8).busy], [1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('is of all lanes together, over the whole time', () => {
    const [data] = [drawFlame(['main', 'main'])];
    const late = { ...data, lanes: [data.lanes[0], { ...data.lanes[1], offset: 1000, firstSample: 1000 }] };
    assert.deepEqual([...layOutOverview(late, late.lanes, 2).busy], [0.5, 0.5]);
  });
});

describe('the heaviest path', () => {
  it('goes down to a leaf, always to the heaviest callee', () => {
    const data = drawFlame([`
      main   main    main
      parse  render  render
             cell    row
             deep
    `]);
    const { tree } = scopeOf(data);
    assert.deepEqual(Array.from(findHeaviestPath(tree, 0), (row) => nameOf(data, tree.func[row])), ['(root)', 'main', 'render', 'cell', 'deep']);
  });
});

describe('a million frames of recursion', function () {
  this.timeout(60_000);

  it('is merged, folded, laid out and turned around', () => {
    const data = chain(1_000_000);
    const scoped = scopeOf(data);
    assert.equal(layoutLeftHeavy(scoped.tree).depth, 1_000_000);
    assert.equal(chartOf(scoped).row.length, 1_000_000);
    assert.equal(scoped.functions.total[1], 999_999);
    assert.equal(transformed(data, { kind: 'fold-recursion' }).tree.length, 4);
    assert.equal(findHeaviestPath(scoped.tree, 0).length, 1_000_000);
    assert.equal(buildCallers(scoped.tree, 1).length, 1);
    assert.equal(buildCallees(scoped.tree, scoped.own, 2).length, 999_998);
    const [top] = listTopFunctions(scoped.tree, scoped.own);
    assert.equal(listCallers(scoped.tree, scoped.own, top).length, 1);
  });
});
