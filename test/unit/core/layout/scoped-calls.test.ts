import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScopedCalls } from '../../../../src/core/layout/scoped-calls.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { randomProfile } from '../model/random-profile.ts';
import { drawFlame, flameFrom, nameOf, printCalls, rowNamed, scopeOf, transformed } from './flame-fixture.ts';

/** Neighbouring meta frames of one kind are one frame. */
const shorten = ({ functions }: FlameData, stack: readonly number[]): readonly number[] =>
  stack.filter((func, at) => at === 0 || func !== stack[at - 1] || functions.category[func] < categories.indexOf('gc'));

/** Time and samples on top by stack, callers first: the plainest way. */
function sumStacks(data: FlameData): Map<string, readonly [self: number, samples: number]> {
  const sums = new Map<string, readonly [number, number]>();
  for (const { nodes } of data.lanes) {
    for (let node = 0; node < nodes.length; node++) {
      const stack: number[] = [];
      for (let at = node; at > 0; at = nodes.parent[at]) stack.unshift(nodes.func[at]);
      const key = shorten(data, stack).join('>');
      const [self, samples] = sums.get(key) ?? [0, 0];
      sums.set(key, [self + nodes.self[node], samples + nodes.samples[node]]);
    }
  }
  return sums;
}

function stackOf({ tree: { parent, func } }: ScopedCalls, row: number): number[] {
  const stack: number[] = [];
  for (let at = row; at > 0; at = parent[at]) stack.unshift(func[at]);
  return stack;
}

const rowsOf = ({ tree }: ScopedCalls): number[] => [...tree.self.keys()];
const always = (check: (data: FlameData, scoped: ScopedCalls) => void): void =>
  fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => {
    const data = flameFrom(profiles);
    check(data, scopeOf(data));
  }), { numRuns: 200 });

describe('the merged tree', () => {
  it('has one row for each stack over all lanes, with what the stacks had on top', () => {
    always((data, scoped) => {
      assert.deepEqual(new Map(rowsOf(scoped).map((row) => [stackOf(scoped, row).join('>'), [scoped.own.self[row], scoped.own.samples[row]]])), sumStacks(data));
    });
  });

  it('gives each row what all rows below it have, and parents before children', () => {
    always((_, scoped) => {
      const { tree, own } = scoped;
      for (const row of rowsOf(scoped)) {
        const below = rowsOf(scoped).filter((other) => stackOf(scoped, row).every((func, at) => stackOf(scoped, other)[at] === func));
        assert.equal(tree.total[row], below.reduce((sum, other) => sum + own.self[other], 0));
        assert.equal(tree.samples[row], below.reduce((sum, other) => sum + own.samples[other], 0));
        assert.ok(tree.parent[row] < row);
      }
    });
  });

  it('lists children heaviest first, but not what has neither time nor samples', () => {
    always((_, scoped) => {
      const { parent, total, samples, childStart, order } = scoped.tree;
      for (const row of rowsOf(scoped)) {
        const expected = rowsOf(scoped).filter((other) => parent[other] === row && (total[other] > 0 || samples[other] > 0)).sort((a, b) => total[b] - total[a] || a - b);
        assert.deepEqual([...order.subarray(childStart[row], childStart[row + 1])], expected);
      }
    });
  });

  it('counts a function once on each stack, however often it recurs', () => {
    always((data, scoped) => {
      const { functions, own } = scoped;
      for (let func = 0; func < data.functions.length; func++) {
        const through = rowsOf(scoped).filter((row) => func === 0 || stackOf(scoped, row).includes(func));
        assert.equal(functions.total[func], through.reduce((sum, row) => sum + own.self[row], 0));
        const onTop = rowsOf(scoped).filter((row) => scoped.tree.func[row] === func);
        assert.equal(functions.self[func], onTop.reduce((sum, row) => sum + own.self[row], 0));
      }
      assert.equal(functions.all, data.lanes.reduce((sum, { duration }) => sum + duration, 0));
    });
  });

  it('says what of it was idle', () => {
    const { functions } = scopeOf(drawFlame(['main  (idle)  (idle)']));
    assert.deepEqual([functions.all, functions.idle], [3000, 2000]);
  });
});

describe('a scope', () => {
  const drawn = `
    main   main    main  other
    parse  render
  `;

  it('of one lane leaves the others out', () => {
    const data = drawFlame(['main', 'other']);
    assert.deepEqual(printCalls(data, scopeOf(data, { lanes: [1] }).tree), ['(root) 1', '  other 1 (1)']);
  });

  it('of a range clips the samples at both ends', () => {
    const data = drawFlame([drawn]);
    const { tree, functions } = scopeOf(data, { range: [500, 2500] });
    assert.deepEqual(printCalls(data, tree), ['(root) 2', '  main 2 (0.5)', '    render 1 (1)', '    parse 0.5 (0.5)']);
    assert.equal(functions.samples[rowNamed(data, 'parse')], 1);
  });

  it('of a range keeps the rows, so that a selection stays', () => {
    const data = drawFlame([drawn]);
    assert.deepEqual(scopeOf(data, { range: [0, 1] }).tree.func, scopeOf(data).tree.func);
  });

  it('of ranges side by side adds up to the whole', () => {
    always((data) => {
      const cut = data.lanes[0].duration / 3;
      const parts = [[-1, cut], [cut, Infinity]] as const;
      const sum = parts.reduce((all, range) => all + scopeOf(data, { range }).functions.all, 0);
      assert.ok(Math.abs(sum - scopeOf(data).functions.all) < 1e-6);
    });
  });
});

describe('transforms', () => {
  const data = drawFlame([`
    main   main                            main                            (idle)  main
    walk   get@/node_modules/x/a.js:1:1    get@/node_modules/x/a.js:1:1            render
    walk   find@/node_modules/x/b.js:1:1   find@/node_modules/x/b.js:1:1           walk
    visit                                  walk
    walk
  `]);
  const print = (...transforms: Parameters<typeof transformed> extends [unknown, ...infer Rest] ? Rest : never): string[] => printCalls(data, transformed(data, ...transforms).tree);

  it('fold recursion: a function below itself becomes one frame', () => {
    assert.deepEqual(print({ kind: 'fold-recursion' }).slice(0, 4), ['(root) 5', '  main 4', '    get 2', '      find 2 (1)']);
    assert.deepEqual(print({ kind: 'fold-recursion' }).filter((line) => /walk|visit/.test(line)), ['        walk 1 (1)', '    walk 1 (1)', '      walk 1 (1)']);
  });

  it('focus: only stacks through the function, from its outermost call on', () => {
    assert.deepEqual(print({ kind: 'focus', func: rowNamed(data, 'walk') }), ['(root) 3', '  walk 3 (2)', '    walk 1', '      visit 1', '        walk 1 (1)']);
  });

  it('hide: the frames go, their own time goes to the caller', () => {
    const lines = print({ kind: 'hide', func: rowNamed(data, 'walk') });
    assert.deepEqual(lines, ['(root) 5', '  main 4', '    get 2', '      find 2 (2)', '    visit 1 (1)', '    render 1 (1)', '  (idle) 1 (1)']);
  });

  it('collapse a package: neighbouring frames become one of its outermost function there', () => {
    const packageRow = data.strings.indexOf('x');
    assert.deepEqual(print({ kind: 'collapse-package', package: packageRow }).slice(0, 4), ['(root) 5', '  main 4', '    get 2 (1)', '      walk 1 (1)']);
  });

  it('hide a category: time of idle goes, that of dependencies goes to the caller', () => {
    assert.deepEqual(print({ kind: 'hide-category', category: categories.indexOf('idle') })[0], '(root) 4');
    const lines = print({ kind: 'hide-category', category: categories.indexOf('dependency') });
    assert.deepEqual(lines.slice(0, 2), ['(root) 5', '  main 4 (1)']);
    assert.ok(!lines.some((line) => /get|find/.test(line)));
  });

  it('apply in their order', () => {
    const [focus, hide] = [{ kind: 'focus', func: rowNamed(data, 'render') }, { kind: 'hide', func: rowNamed(data, 'render') }] as const;
    assert.deepEqual(print(focus, hide), ['(root) 1', '  walk 1 (1)']);
    assert.deepEqual(print(hide, focus), ['(root) 0']);
  });

  it('leave the time whole unless they take it away', () => {
    always((random) => {
      const scopes = [transformed(random, { kind: 'fold-recursion' }), transformed(random, { kind: 'hide', func: random.functions.length - 1 }), transformed(random, { kind: 'collapse-package', package: 0 })];
      for (const { functions } of scopes) assert.equal(functions.all, scopeOf(random).functions.all);
    });
  });

  it('leave a folded function with the total it had', () => {
    always((random) => {
      const [plain, folded] = [scopeOf(random), transformed(random, { kind: 'fold-recursion' })];
      for (const row of rowsOf(folded)) assert.equal(new Set(stackOf(folded, row)).size, stackOf(folded, row).length, nameOf(random, folded.tree.func[row]));
      assert.deepEqual(folded.functions.self, plain.functions.self);
    });
  });
});
