import assert from 'node:assert/strict';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { parseSourceMap, type SourceMap } from '../../../../src/core/sourcemap/parse-source-map.ts';
import { findSegment } from '../../../../src/core/sourcemap/segments.ts';
import { faultRow } from '../../../helpers/fault-rows.ts';

const parse = (map: unknown): SourceMap => {
  const parsed = parseSourceMap(JSON.stringify(map));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
};
const plain = { version: 3, sources: ['a.ts'], names: [], mappings: 'AAAA' };

/** The original place of a 0-based generated one, as `source:line:column`, all as the map counts them. */
const place = ({ segments, sources }: SourceMap, line: number, column: number): string => {
  const at = findSegment(segments, line, column);
  return at < 0 || segments.source[at] < 0 ? '-' : `${sources[segments.source[at]]}:${segments.sourceLine[at]}:${segments.sourceColumn[at]}`;
};

const refusal = (text: string): string => {
  const parsed = parseSourceMap(text);
  assert.ok(!parsed.ok);
  return `${parsed.problem.message}${parsed.problem.field === undefined ? '' : ` (${parsed.problem.field})`}`;
};

describe('parseSourceMap', () => {
  const real = buildSync({ entryPoints: ['src/core/sourcemap/locate-profile.ts'], bundle: true, write: false, sourcemap: 'external', outfile: 'out.js', minify: true });
  const realMap = real.outputFiles[0].text;

  it('answers every position as the reference implementation does', () => {
    const map = parseSourceMap(realMap);
    assert.ok(map.ok);
    const reference = new TraceMap(realMap);
    const lines = real.outputFiles[1].text.split('\n');
    let mapped = 0;
    for (const [line, text] of lines.entries()) {
      for (let column = 0; column <= text.length; column++) {
        const { source, line: originalLine, column: originalColumn } = originalPositionFor(reference, { line: line + 1, column });
        assert.equal(place(map.value, line, column), source === null ? '-' : `${source}:${originalLine - 1}:${originalColumn}`);
        mapped++;
      }
    }
    assert.ok(mapped > 1000);
  });

  it('reads mappings out of order, and those that end a mapped stretch', () => {
    assert.equal(place(parse({ ...plain, mappings: 'IAAA,JACA' }), 0, 0), 'a.ts:1:0');
    const stretch = parse({ ...plain, mappings: 'AAAA,C,CAAC;;GAAA' });
    assert.deepEqual([place(stretch, 0, 0), place(stretch, 0, 1), place(stretch, 0, 2), place(stretch, 1, 0), place(stretch, 2, 2), place(stretch, 2, 3)], ['a.ts:0:0', '-', 'a.ts:0:1', '-', '-', 'a.ts:0:1']);
  });

  it('puts sourceRoot before each source and skips the line that guards against scripts', () => {
    assert.deepEqual(parse({ ...plain, sourceRoot: '../src/', sources: ['a.ts', null] }).sources, ['../src/a.ts', null]);
    assert.ok(parseSourceMap(`)]}'\n${JSON.stringify(plain)}`).ok);
  });

  it('reads index maps: each section from its place to the next one', () => {
    const map = parse({ version: 3, sections: [
      { offset: { line: 0, column: 0 }, map: { ...plain, mappings: 'AAAA;AACA;AACA' } },
      { offset: { line: 1, column: 4 }, map: { ...plain, sources: ['b.ts'], mappings: 'AAAA;AACA' } },
    ] });
    assert.deepEqual([place(map, 0, 9), place(map, 1, 3), place(map, 1, 4), place(map, 2, 0), place(map, 3, 0)], ['a.ts:0:0', 'a.ts:1:0', 'b.ts:0:0', 'b.ts:1:0', '-']);
  });

  it('A14 keeps no source text of a map', () => {
    const map = parse({ ...plain, sourcesContent: ['const secret = 1;'] });
    assert.ok(!JSON.stringify(map).includes('secret'));
  });

  it('B15 refuses broken mappings and names the character', () => {
    const { message } = faultRow('B15 refuses broken mappings and names the character');
    for (const mappings of ['AAAA,!', 'AAAA,\u00e9', 'AAAA,AA', 'AAAA,AAA', 'AAAA,AAAAAA', 'AAAA,g', 'AAAA,gggggggggA']) assert.equal(refusal(JSON.stringify({ ...plain, mappings })), `${message.replace('N', '5')} (mappings)`, mappings);
  });

  it('B15 counts mappings that point before the start or past the sources as unmapped', () => {
    for (const mappings of ['AAAA,AADA', 'AAAA,AAAD', 'AAAA,ACAA', 'AAAA,ADAA', 'AAAA,DAAA']) {
      const parsed = parseSourceMap(JSON.stringify({ ...plain, mappings }));
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.problems, [{ code: 'source-map-invalid', message: '1 mappings point outside the source map\'s sources', field: 'mappings' }]);
    }
  });

  it('B15 refuses index maps that are nested, out of order or without a place', () => {
    const section = (line: unknown, map: unknown = plain): unknown => ({ offset: { line, column: 0 }, map });
    const index = (...sections: unknown[]): string => JSON.stringify({ version: 3, sections });
    assert.equal(refusal(index(section(0, { version: 3, sections: [] }))), 'A section of the source map holds no plain map (sections[0].map)');
    assert.equal(refusal(index({ offset: { line: 0, column: 0 }, url: 'http://x/a.map' })), 'A section of the source map holds no plain map (sections[0].map)');
    assert.equal(refusal(index(section(0), section(-1))), 'A section of the source map has no place (sections[1].offset)');
    assert.equal(refusal(index(section(0), section(2 ** 31))), 'A section of the source map has no place (sections[1].offset)');
    assert.equal(refusal(index(section(5), section(4))), 'The sections of the source map are not in order (sections[1].offset)');
    assert.equal(refusal(`{"version":3,"sections":${'[{"map":{"sections":'.repeat(50_000)}`), 'The source map is not JSON');
  });

  it('B15 takes a section far down the file without making room for the lines before it', () => {
    assert.equal(place(parse({ version: 3, sections: [{ offset: { line: 2 ** 31 - 2, column: 0 }, map: plain }] }), 2 ** 31 - 2, 0), 'a.ts:0:0');
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(parse({ ...plain, mappings: ';'.repeat(20_000_000) }).segments.length, 0);
    assert.ok(process.memoryUsage().arrayBuffers - before < 10_000_000);
  });

  it('B15 refuses maps of the wrong shape and keeps sources that are null', () => {
    assert.equal(refusal(''), 'The source map is not JSON');
    assert.equal(refusal('[]'), 'The source map is not JSON');
    assert.equal(refusal('{"version":2}'), 'The source map is not of version 3 (version)');
    assert.equal(refusal('{"version":3,"mappings":""}'), 'The source map has no list of sources (sources)');
    assert.equal(refusal('{"version":3,"sources":[],"mappings":7}'), 'The source map has no mappings (mappings)');
    assert.deepEqual(parse({ ...plain, sources: [null, 7, '__proto__'] }).sources, [null, null, '__proto__']);
  });

  it('never throws, whatever the mappings', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ACDEgGIK+/9,;;,'), maxLength: 60 }), (mappings) => {
      const parsed = parseSourceMap(JSON.stringify({ ...plain, mappings }));
      if (!parsed.ok) return;
      const { line, column, length, source, sourceLine, sourceColumn } = parsed.value.segments;
      for (let at = 0; at < length; at++) {
        assert.ok(at === 0 || line[at] > line[at - 1] || (line[at] === line[at - 1] && column[at] >= column[at - 1]));
        assert.ok(source[at] < 1 && column[at] >= 0 && sourceLine[at] >= 0 && sourceColumn[at] >= 0);
      }
    }), { numRuns: 5000 });
  });
});
