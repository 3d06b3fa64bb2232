import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createProfileReader, parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { NamedProfile } from '../../../../src/core/model/named-profile.ts';
import { printTree } from '../../../helpers/profile-fixture.ts';
import { assertConsistent } from './assert-consistent.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'golden', 'formats');
const sample = (name: string): Uint8Array => {
  const bytes = readFileSync(join(folder, name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** Self of each function by name, the heaviest first. */
function heaviest({ profile: { nodes, functions, strings } }: NamedProfile): string[] {
  const self = new Map<string, number>();
  for (let node = 0; node < nodes.length; node++) {
    const name = strings[functions.name[nodes.func[node]]];
    self.set(name, (self.get(name) ?? 0) + nodes.self[node]);
  }
  return [...self].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

const samples: readonly (readonly [file: string, unit: string, value: string, hottest: RegExp])[] = [
  ['program.cpuprofile', 'microseconds', 'cpu', /^(?:writeRows|fibonacci|makeRows)$/],
  ['program.heapprofile', 'bytes', 'live bytes', /^makeRows$/],
  ['program.trace.json', 'microseconds', 'cpu', /^(?:writeRows|fibonacci|makeRows)$/],
  ['program.speedscope.json', 'microseconds', 'time', /^(?:writeRows|fibonacci|makeRows)$/],
  ['program.pb.gz', 'microseconds', 'wall', /^(?:writeRows|fibonacci|makeRows)$/],
  ['program.collapsed', 'count', 'count', /^(?:writeRows|fibonacci|makeRows)$/],
];

describe('a recorded file of each format', () => {
  for (const [file, unit, value, hottest] of samples) {
    it(`is recognised by what it holds: ${file}`, () => {
      const read = parseProfiles(sample(file));
      assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problem));
      assert.deepEqual(read.problems, []);
      const [first] = read.value;
      assert.deepEqual([first.profile.unit, first.value], [unit, value]);
      assert.match(heaviest(first).find((name) => !name.startsWith('(')) ?? '', hottest);
      for (const { profile } of read.value) assertConsistent(profile);
    });

    it(`gives the same in pieces of any size: ${file}`, () => {
      const bytes = sample(file);
      const whole = parseProfiles(bytes);
      for (const size of [1, 7, 64, 1000]) {
        const reader = createProfileReader();
        for (let from = 0; from < bytes.length; from += size) reader.push(bytes.slice(from, from + size));
        const read = reader.end();
        assert.ok(read.ok && whole.ok);
        assert.deepEqual(read.value.map(({ profile }) => printTree(profile)), whole.value.map(({ profile }) => printTree(profile)), `pieces of ${size}`);
      }
    });
  }
});
