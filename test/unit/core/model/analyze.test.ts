import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../../../src/core/model/analysis.ts';
import { analyze } from '../../../../src/core/model/analyze.ts';
import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { microseconds } from '../../../../src/core/model/units.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { profileFromText } from '../../../helpers/profile-fixture.ts';
import { analyzeNaively, keyOf } from './naive-analysis.ts';
import { randomProfile } from './random-profile.ts';

const facts = { label: 'main', pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
const analyzeAll = (profiles: readonly LocatedProfile[]): Analysis => analyze(profiles.map((located) => ({ located, summary: facts })));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const close = (actual: number, expected: number, what: string): void => assert.ok(Math.abs(actual - expected) < 1e-6, `${what}: ${actual} is not ${expected}`);

function sameNumbers(actual: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  for (const [key, value] of actual) close(value, expected.get(key) ?? 0, key);
  for (const key of expected.keys()) assert.ok(actual.has(key), `${key} is missing`);
}

/** A property over one to three recordings of a run. */
const always = (property: (profiles: readonly LocatedProfile[], analysis: Analysis) => void): void =>
  fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => property(profiles, analyzeAll(profiles))), { numRuns: 300 });

describe('analyze', () => {
  it('gives each function the self and total time the naive reading of the stacks gives it', () => {
    always((profiles, { functions }) => {
      const naive = analyzeNaively(profiles);
      const seen = functions.filter(({ totalMs, samples }) => totalMs > 0 || samples > 0);
      for (const { name, file, line, selfMs, totalMs } of seen) {
        close(selfMs, naive.self.get(keyOf(name, file, line)) ?? 0, `self of ${name}`);
        close(totalMs, naive.total.get(keyOf(name, file, line)) ?? 0, `total of ${name}`);
      }
      assert.equal(new Set(functions.map(({ name, file, line }) => keyOf(name, file, line))).size, functions.length, 'a function twice');
    });
  });

  it('tells of each function how long collections interrupted it, in its total but not in its self time', () => {
    const profile = profileFromText(['main  (garbage collector)  main', '                           parse'].join('\n'));
    const { functions, categories } = analyzeAll([locateProfile(profile, new Map(), 'posix')]);
    assert.deepEqual(functions.map(({ name, selfMs, totalMs, gcMs }) => [name, selfMs, totalMs, gcMs]), [['main', 1, 3, 1], ['parse', 1, 1, 0]]);
    assert.equal(categories.find(({ name }) => name === 'gc')?.selfMs, 1);
  });

  it('gives each caller and callee the time under their edge, recursion counted once', () => {
    always((profiles, { functions }) => {
      const key = (index: number): string => keyOf(functions[index].name, functions[index].file, functions[index].line);
      const byCaller = new Map(functions.flatMap(({ callees }, index) => callees.map((edge) => [`${key(index)} > ${key(edge.index)}`, edge.totalMs])));
      const byCallee = new Map(functions.flatMap(({ callers }, index) => callers.map((edge) => [`${key(edge.index)} > ${key(index)}`, edge.totalMs])));
      const expected = analyzeNaively(profiles).edges;
      sameNumbers(byCaller, expected);
      sameNumbers(byCallee, expected);
    });
  });

  it('gives each line its part of the ticks and the rest to the line of the function', () => {
    always((profiles, { lines }) => {
      const naive = analyzeNaively(profiles);
      const known = lines.filter(({ selfMs, samples }) => selfMs > 0 || samples > 0);
      const key = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`;
      const drop = (map: ReadonlyMap<string, number>) => new Map([...map].filter(([, value]) => value > 0));
      sameNumbers(new Map(known.filter(({ selfMs }) => selfMs > 0).map((line) => [key(line), line.selfMs])), drop(naive.lines));
      sameNumbers(new Map(known.filter(({ samples }) => samples > 0).map((line) => [key(line), line.samples])), drop(naive.lineSamples));
    });
  });

  it('adds up: categories to the duration, functions to their categories', () => {
    always((_, { categories, functions, durationMs, idleMs }) => {
      const ms = (name: string): number => categories.find((category) => category.name === name)?.selfMs ?? NaN;
      close(sum(categories.map(({ selfMs }) => selfMs)), durationMs, 'duration');
      close(ms('idle'), idleMs, 'idle');
      for (const name of ['own', 'dependency', 'node', 'native']) {
        close(sum(functions.filter(({ category }) => category === name).map(({ selfMs }) => selfMs)), ms(name), name);
      }
    });
  });

  it('keeps every share between 0 and 1, self below total, and of the time that was not idle', () => {
    always((_, { functions, lines, durationMs, idleMs }) => {
      for (const { selfMs, totalMs, selfShare, totalShare, shareError } of functions) {
        assert.ok(selfMs <= totalMs + 1e-9 && selfShare >= 0 && selfShare <= totalShare + 1e-9 && totalShare <= 1);
        assert.ok(shareError > 0 && shareError <= 1);
        if (durationMs > idleMs) close(selfShare, selfMs / (durationMs - idleMs), 'share');
      }
      for (const { share } of lines) assert.ok(share >= 0 && share <= 1);
    });
  });

  it('sorts functions and lines by self time and says the same whatever the order of the recordings', () => {
    always((profiles, { functions, lines }) => {
      const descending = (values: readonly number[]): boolean => values.every((value, index) => index === 0 || value <= values[index - 1]);
      assert.ok(descending(functions.map(({ selfMs }) => selfMs)) && descending(lines.map(({ selfMs }) => selfMs)));
      const turned = analyzeAll([...profiles].reverse());
      sameNumbers(
        new Map(turned.functions.map(({ name, file, line, totalMs }) => [keyOf(name, file, line), totalMs])),
        new Map(functions.map(({ name, file, line, totalMs }) => [keyOf(name, file, line), totalMs])),
      );
    });
  });

  it('walks a chain of 1,000,000 calls in a loop, and counts its recursion once', () => {
    const length = 1_000_000;
    const profile = profileFromText('main  main');
    const nodes = {
      length,
      parent: Int32Array.from({ length }, (_, row) => row - 1),
      func: Int32Array.from({ length }, (_, row) => (row === 0 ? 0 : 1)),
      self: new Float64Array(length).fill(1000),
      samples: new Int32Array(length).fill(1),
    };
    const ticks = { start: new Int32Array(length + 1), line: new Int32Array(0), count: new Int32Array(0) };
    const deep = { ...profile, nodes, ticks, endTime: microseconds(profile.startTime + length * 1000) };
    const { functions } = analyzeAll([locateProfile(deep, new Map(), 'posix')]);
    assert.deepEqual(functions.map(({ name, selfMs, totalMs, callers }) => [name, selfMs, totalMs, callers[0].totalMs]), [['main', length - 1, length - 1, length - 2]]);
  });
});
