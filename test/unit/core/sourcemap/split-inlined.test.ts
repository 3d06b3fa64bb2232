import assert from 'node:assert/strict';
import type { Profile } from '../../../../src/core/model/profile.ts';
import type { ScriptFunction, ScriptSource } from '../../../../src/core/sourcemap/script-source.ts';
import { splitInlined } from '../../../../src/core/sourcemap/split-inlined.ts';
import { smallProfile, type SmallFunction } from './small-profile.ts';

const fn = (name: string, line: number, endLine: number, column = 1): ScriptFunction => ({ name, line, column, endLine });
const script = (name: string, ...functions: ScriptFunction[]): ScriptSource => ({ kind: 'original', url: `file:///p/${name}`, functions: [fn('', 1, 99), ...functions] });
const frame = (name: string, scriptId: string, line: number, ticks: SmallFunction['ticks'] = {}): SmallFunction => ({ name, scriptId, url: `file:///p/${scriptId}.js`, line, column: 9, ticks });

/** One row a node: `name url:line < caller, self ms, samples, line×ticks`. */
const show = ({ strings, functions, nodes, ticks }: Profile): string[] => Array.from({ length: nodes.length - 1 }, (_, at) => {
  const node = at + 1;
  const name = (row: number): string => strings[functions.name[row]];
  const lines = Array.from({ length: ticks.start[node + 1] - ticks.start[node] }, (__, tick) => `${ticks.line[ticks.start[node] + tick]}×${ticks.count[ticks.start[node] + tick]}`);
  const row = nodes.func[node];
  return `${name(row)} ${strings[functions.url[row]].slice(10)}:${functions.line[row]} < ${name(nodes.func[nodes.parent[node]])}, ${nodes.self[node] / 1000} ms, ${nodes.samples[node]}, ${lines.join(' ')}`.trim();
});

describe('splitInlined', () => {
  const main = script('main.js', fn('mix', 2, 5), fn('outer', 6, 12));

  it('gives a callee of the same file that was inlined its ticks and time back', () => {
    const profile = smallProfile([frame('outer', 'main', 6, { 9: 1, 3: 3 }), frame('mix', 'main', 2, { 3: 1 })]);
    assert.deepEqual(show(splitInlined(profile, new Map([['main', main]]))), ['outer main.js:6 < (root), 1 ms, 1, 9×1', 'mix main.js:2 < (root), 1 ms, 1, 3×1', 'mix main.js:2 < outer, 3 ms, 3, 3×3']);
  });

  it('knows a callee that was never sampled by itself', () => {
    const profile = smallProfile([frame('outer', 'main', 6, { 3: 4 })]);
    assert.deepEqual(show(splitInlined(profile, new Map([['main', main]]))), ['outer main.js:6 < (root), 0 ms, 0,', 'mix main.js:2 < outer, 4 ms, 4, 3×4']);
  });

  it('gives a function inside another one the lines that are wholly its own', () => {
    const nested = script('main.js', fn('outer', 1, 20), fn('inner', 5, 8));
    const profile = smallProfile([frame('outer', 'main', 1, { 4: 1, 5: 1, 6: 1, 8: 1 })]);
    assert.deepEqual(show(splitInlined(profile, new Map([['main', nested]]))), ['outer main.js:1 < (root), 3 ms, 3, 4×1 5×1 8×1', 'inner main.js:5 < outer, 1 ms, 1, 6×1']);
  });

  describe('where a function begins at the first character of its script', () => {
    /** V8 places the frame of a whole script at its first character. */
    const whole = (ticks: SmallFunction['ticks']): SmallFunction => ({ ...frame('', 'main', 1, ticks), column: 1 });
    const first = script('main.js', fn('mix', 1, 3));

    it('tells the lines of the two apart', () => {
      const profile = smallProfile([whole({ 2: 3, 6: 1 }), frame('mix', 'main', 1, { 2: 1 })]);
      assert.deepEqual(show(splitInlined(profile, new Map([['main', first]]))), ['main.js:1 < (root), 1 ms, 1, 6×1', 'mix main.js:1 < (root), 1 ms, 1, 2×1', 'mix main.js:1 < , 3 ms, 3, 2×3']);
    });

    it('takes nothing from the script when V8 had forgotten how far that reaches', () => {
      const profile = smallProfile([whole({ 2: 3, 6: 1 })]);
      assert.equal(splitInlined(profile, new Map([['main', { kind: 'original', functions: [fn('mix', 1, 3)] }]])), profile);
    });
  });

  it('finds a callee that is the first function V8 tells of a script', () => {
    const noWhole: ScriptSource = { kind: 'original', url: 'file:///p/main.js', functions: [fn('mix', 2, 5), fn('outer', 6, 12)] };
    const profile = smallProfile([frame('outer', 'main', 6, { 3: 4 })]);
    assert.deepEqual(show(splitInlined(profile, new Map([['main', noWhole]])))[1], 'mix main.js:2 < outer, 4 ms, 4, 3×4');
  });

  /** `outer` of main.js with a tick on line 52, and below it calls of these functions. */
  const withCallees = (...callees: SmallFunction[]): Profile => {
    const profile = smallProfile([frame('outer', 'main', 6, { 7: 1, 52: 3 }), ...callees]);
    profile.nodes.parent.fill(1, 2);
    return profile;
  };
  const short = script('main.js', fn('outer', 6, 12));
  const lib = script('lib.js', fn('mix', 51, 54));

  it('finds the callee in another file among those seen below the caller', () => {
    const split = splitInlined(withCallees(frame('mix', 'lib', 51)), new Map([['main', short], ['lib', lib]]));
    assert.deepEqual(show(split), ['outer main.js:6 < (root), 1 ms, 1, 7×1', 'mix lib.js:51 < outer, 0 ms, 0,', 'mix lib.js:51 < outer, 3 ms, 3, 52×3']);
  });

  it('names nobody when two callees have such a line, when a dependency may have it, or when none has', () => {
    const unknown = 'outer main.js:6 < (root), 4 ms, 4, 7×1 0×3';
    const scripts = new Map([['main', short], ['lib', lib], ['more', script('more.js', fn('mix', 40, 60))]]);
    assert.equal(show(splitInlined(withCallees(frame('mix', 'lib', 51), frame('mix', 'more', 40)), scripts))[0], unknown);
    assert.equal(show(splitInlined(withCallees(frame('mix', 'lib', 51), { ...frame('chunk', 'lodash', 30), category: 'dependency' }), scripts))[0], unknown);
    assert.equal(show(splitInlined(withCallees(), scripts))[0], unknown);
  });

  it('leaves a profile alone that has no foreign lines, or whose scripts are not known', () => {
    const profile = smallProfile([frame('outer', 'main', 6, { 6: 1, 12: 1 })]);
    assert.equal(splitInlined(profile, new Map([['main', main]])), profile);
    const foreign = smallProfile([frame('outer', 'main', 6, { 3: 1 })]);
    assert.equal(splitInlined(foreign, new Map([['main', { kind: 'original' }]])), foreign);
  });
});
