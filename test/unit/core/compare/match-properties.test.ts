import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignRows } from '../../../../src/core/compare/align-rows.ts';
import { matchFunctions } from '../../../../src/core/compare/match-functions.ts';
import { type ListedFunction, runOf } from '../../../helpers/listed-functions.ts';

/** What an edited program still knows: which function of the old one each was, -1 = a new one. */
interface Edited extends ListedFunction {
  readonly was: number;
}

const names = fc.constantFrom('', '', '', 'get', 'run', 'parse', 'render', 'constructor');
const entry = fc.record({ file: fc.constantFrom('/p/src/a.ts', '/p/src/b.ts', '/p/lib/a.ts', '/p/node_modules/x/index.js'), name: names, gap: fc.integer({ min: 1, max: 30 }), column: fc.integer({ min: 1, max: 40 }) });

/** A program: in each file functions below each other, each called by the one listed before it. The first of a file has a name of its own. */
const program: fc.Arbitrary<readonly ListedFunction[]> = fc.array(entry, { minLength: 1, maxLength: 40 }).map((entries) => {
  const lines = new Map<string, number>();
  return entries.map(({ file, name, gap, column }, index) => {
    const isFirst = !lines.has(file);
    const line = (lines.get(file) ?? 0) + gap;
    lines.set(file, line);
    return { name: isFirst ? `main of ${file}` : name, file, line, column, ...(index > 0 && { caller: index - 1 }) };
  });
});

const asItWas = (list: readonly ListedFunction[]): Edited[] => list.map((listed, was) => ({ ...listed, was }));

/** Every function that was not new is paired with itself. */
function expectAllKept(before: readonly ListedFunction[], after: readonly Edited[]): void {
  assert.deepEqual([...matchFunctions(runOf(before), runOf(after))].slice(1), after.map(({ was }) => (was < 0 ? -1 : was + 1)));
}

const addLines = (list: readonly Edited[], file: string, at: number, count: number): Edited[] =>
  list.map((listed) => (listed.file === file && listed.line >= at ? { ...listed, line: listed.line + count } : listed));

describe('pairs of functions', () => {
  it('are found when nothing changed', () => {
    fc.assert(fc.property(program, (list) => expectAllKept(list, asItWas(list))));
  });

  it('are all kept when lines are added in one place of each file', () => {
    const edit = fc.record({ at: fc.integer({ min: 1, max: 300 }), count: fc.integer({ min: 1, max: 60 }) });
    fc.assert(fc.property(program, edit, (list, { at, count }) => {
      const files = [...new Set(list.map(({ file }) => file))];
      expectAllKept(list, files.reduce((edited, file) => addLines(edited, file, at, count), asItWas(list)));
    }));
  });

  it('are all kept when a file is indented', () => {
    fc.assert(fc.property(program, fc.integer({ min: 1, max: 8 }), (list, by) => expectAllKept(list, asItWas(list).map((listed) => ({ ...listed, column: listed.column + by })))));
  });

  it('are all kept when functions with names of their own are added', () => {
    const added = fc.array(fc.record({ at: fc.nat(39), lines: fc.integer({ min: 2, max: 20 }) }), { maxLength: 5 });
    fc.assert(fc.property(program, added, (list, additions) => {
      let edited = asItWas(list);
      for (const [index, { at, lines }] of additions.entries()) {
        const place = list[at % list.length];
        edited = addLines(edited, place.file, place.line, lines);
        edited.push({ name: `added ${index}`, file: place.file, line: place.line, column: 3, was: -1 });
      }
      expectAllKept(list, edited);
    }));
  });

  it('are all kept when a file is renamed, moved, or lies in another folder on another system', () => {
    const rename = fc.constantFrom(
      (file: string) => file.replace('/p/src/b.ts', '/p/src/renamed.ts'),
      (file: string) => file.replace('/p/src/', '/p/packages/core/src/'),
      (file: string) => `D:\\checkout${file.replaceAll('/', '\\')}`,
    );
    fc.assert(fc.property(program, rename, (list, renamed) => expectAllKept(list, asItWas(list).map((listed) => ({ ...listed, file: renamed(listed.file) })))));
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(fc.property(program, (list) => {
      const reversed = asItWas(list).map(({ name, file, line, column, was }) => ({ name, file, line, column, was })).reverse();
      const flat = list.map(({ name, file, line, column }) => ({ name, file, line, column }));
      const places = new Set(flat.map(({ file, line, column, name }) => `${file}:${line}:${column}:${name}`));
      fc.pre(places.size === flat.length);
      expectAllKept(flat, reversed);
    }));
  });

  it('take no function twice, whatever the two runs are', () => {
    fc.assert(fc.property(program, program, (before, after) => {
      const match = matchFunctions(runOf(before), runOf(after));
      const found = [...match].filter((row) => row >= 0);
      assert.equal(new Set(found).size, found.length);
      assert.ok(found.every((row) => row <= before.length));
    }));
  });

  it('are found among 100,000 functions of one name, of one file, and of a file each', () => {
    const many = (read: (index: number) => Partial<ListedFunction>): ListedFunction[] =>
      Array.from({ length: 100_000 }, (_, index) => ({ name: 'get', file: '/p/a.js', line: index * 3 + 1, column: 1, ...read(index) }));
    for (const list of [many(() => ({})), many((index) => ({ name: `f${index}` })), many((index) => ({ file: `/p/${index}/index.js` }))]) {
      expectAllKept(list, asItWas(list).map((listed) => ({ ...listed, line: listed.line + 7 })));
    }
  });
});

describe('two aligned lists', () => {
  it('are compared near their diagonal only when they are long', () => {
    let compared = 0;
    const pairs: number[] = [];
    alignRows(5000, 5010, (i, j) => (compared++, i + 10 === j ? 5 : 1), (i, j) => pairs.push(j - i));
    assert.equal(pairs.filter((distance) => distance === 10).length, 5000);
    assert.ok(compared <= 5000 * 200, `${compared} comparisons`);
  });

  it('are compared whole when one is short', () => {
    const found: number[] = [];
    alignRows(1, 900, (_, j) => (j === 800 ? 2 : 1), (_, j) => found.push(j));
    assert.deepEqual(found, [800]);
  });
});
