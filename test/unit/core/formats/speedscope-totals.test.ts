import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { Profile } from '../../../../src/core/model/profile.ts';

const golden = join(import.meta.dirname, '..', '..', '..', 'golden');
/** What speedscope's own importer says, recorded by record.mjs: self and total by `name|file|line|column`, µs. */
const recorded: Record<string, Record<string, [self: number, total: number]>> = JSON.parse(readFileSync(join(golden, 'formats', 'speedscope-totals.json'), 'utf8'));

/** speedscope gives no time to the last sample, which ours runs to the end of the recording. It puts garbage collection and `(program)` on top of the stack before them. */
const isPutOnTop = (name: string): boolean => name === '(garbage collector)' || name === '(program)';

function totals({ nodes, functions, strings, samples }: Profile): Map<string, { self: number; total: number }> {
  const nameOf = (node: number): string => strings[functions.name[nodes.func[node]]];
  const keyOf = (node: number): string => {
    const func = nodes.func[node];
    const url = strings[functions.url[func]];
    const name = nameOf(node) || (url === '' ? '(anonymous)' : `(anonymous ${url.split('/').pop()}:${functions.line[func]})`);
    return [name, url, functions.line[func], functions.column[func]].join('|');
  };
  const callersOf = (node: number): string[] => {
    const keys: string[] = [];
    for (let at = node; at > 0; at = nodes.parent[at]) keys.push(keyOf(at));
    return keys;
  };
  const sums = new Map<string, { self: number; total: number }>();
  const sumOf = (key: string): { self: number; total: number } => sums.get(key) ?? sums.set(key, { self: 0, total: 0 }).get(key) ?? { self: 0, total: 0 };
  let stack: readonly string[] = [];
  for (let at = 0; at < samples.length - 1; at++) {
    const node = samples.node[at];
    if (isPutOnTop(nameOf(node))) stack = stack[0] === keyOf(node) ? stack : [keyOf(node), ...stack];
    else stack = nameOf(node) === '(idle)' ? [] : callersOf(node);
    if (stack.length === 0) continue;
    sumOf(stack[0]).self += samples.duration[at];
    for (const key of new Set(stack)) sumOf(key).total += samples.duration[at];
  }
  return sums;
}

describe('totals of each function', () => {
  for (const [file, functions] of Object.entries(recorded)) {
    it(`agree with speedscope's importer to 0.1 %: ${file}`, () => {
      const read = parseProfiles(readFileSync(join(golden, file)));
      assert.ok(read.ok);
      const [{ profile }] = read.value;
      const ours = totals(profile);
      const tolerance = (profile.endTime - profile.startTime) / 1000;
      const differing = Object.entries(functions).filter(([key, [self, total]]) => {
        const sum = ours.get(key) ?? { self: 0, total: 0 };
        return Math.abs(sum.self - self) > tolerance || Math.abs(sum.total - total) > tolerance;
      });
      assert.deepEqual(differing.map(([key, numbers]) => [key, numbers, ours.get(key)]), []);
      assert.ok(Object.keys(functions).length > 5);
    });
  }
});
