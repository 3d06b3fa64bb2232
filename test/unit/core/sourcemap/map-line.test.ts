import assert from 'node:assert/strict';
import { createLineMapper } from '../../../../src/core/sourcemap/map-line.ts';
import { parseSourceMap } from '../../../../src/core/sourcemap/parse-source-map.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const vlq = (value: number): string => {
  let rest = value < 0 ? -value * 2 + 1 : value * 2;
  let text = '';
  do {
    text += alphabet[(rest & 31) | (rest > 31 ? 32 : 0)];
    rest >>= 5;
  } while (rest > 0);
  return text;
};

/** `[column, original line]` of each mapping, a list a generated line; 1-based original lines, 0 = unmapped. */
const mapper = (lines: readonly (readonly (readonly [column: number, line: number])[])[]) => {
  let last = 0;
  const mappings = lines.map((segments) => {
    let before = 0;
    return segments.map(([column, line]) => {
      const text = vlq(column - before) + (line === 0 ? '' : `A${vlq(line - 1 - last)}A`);
      before = column;
      if (line > 0) last = line - 1;
      return text;
    }).join(',');
  }).join(';');
  const read = parseSourceMap(JSON.stringify({ version: 3, sources: ['a.ts'], names: [], mappings }));
  assert.ok(read.ok);
  return createLineMapper(read.value);
};

describe('A generated line as a whole', () => {
  it('comes from the original line that most of its columns come from', () => {
    const map = mapper([[[0, 7], [10, 8], [50, 9], [55, 9]], [[0, 20]]]);
    assert.deepEqual([map(0), map(1)], [{ source: 0, line: 8 }, { source: 0, line: 20 }]);
  });

  it('counts an original line together where it comes back', () => {
    assert.equal(mapper([[[0, 1], [10, 2], [24, 1], [34, 3]], [[0, 5]]])(0).line, 0);
    assert.equal(mapper([[[0, 1], [20, 2], [24, 1], [44, 3]], [[0, 5]]])(0).line, 1);
  });

  it('has no answer without a majority: half is none', () => {
    assert.equal(mapper([[[0, 1], [10, 2]], [[0, 5]]])(0).line, 0);
  });

  it('has none where a whole file stands on one line, unless that is one original line', () => {
    assert.deepEqual(mapper([[[0, 1], [2, 2], [90, 2]]])(0), { source: 0, line: 0 });
    assert.deepEqual(mapper([[[0, 3], [2, 3], [90, 3]]])(0), { source: 0, line: 3 });
  });

  it('is unmapped where the map says nothing, or says that it is', () => {
    const map = mapper([[[0, 1]], [], [[0, 0]], [[0, 2]]]);
    assert.deepEqual([1, 2, 9].map(map), [1, 2, 9].map(() => ({ source: -1, line: 0 })));
    assert.equal(mapper([])(0).line, 0);
  });

  it('does not count unmapped columns', () => {
    assert.equal(mapper([[[0, 0], [80, 4], [90, 4]], [[0, 9]]])(0).line, 4);
  });
});
