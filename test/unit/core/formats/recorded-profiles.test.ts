import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCpuProfile } from '../../../../src/core/formats/cpuprofile/index.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { readSound } from '../../../helpers/profile-fixture.ts';
import { parseDocument, profileTotals, referenceTotals, withoutZeros } from '../../../helpers/reference-totals.ts';
import { assertSound } from './expect-outcome.ts';

const recorded = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '..', '..', '..', 'golden', 'profiles', name, 'program.cpuprofile'));
const names = ['node18', 'node20', 'node22', 'node24', 'node26', 'node24-windows'];

describe('profiles recorded by Node', function () {
  this.timeout(60_000);

  for (const name of names) {
    it(`of ${name} have the totals of a plain reading with JSON.parse`, () => {
      const bytes = recorded(name);
      const profile = readSound(bytes);
      assertSound(profile);
      const reference = referenceTotals(parseDocument(bytes));
      assert.deepEqual(withoutZeros(profileTotals(profile)), withoutZeros(reference));
    });

    it(`of ${name} are answered when cut off at each percent, and keep what is whole`, () => {
      const bytes = recorded(name);
      for (let percent = 0; percent < 100; percent++) {
        const read = parseCpuProfile(bytes.subarray(0, Math.floor((bytes.length * percent) / 100)));
        const problem = read.ok ? read.problems[0] : read.problem;
        assert.equal(problem.code, percent === 0 ? 'empty-file' : 'truncated');
        assert.equal(problem.byte, Math.floor((bytes.length * percent) / 100));
        if (read.ok) assertSound(read.value);
        else assert.ok(percent <= 3, 'whole nodes are kept');
      }
    });

    it(`of ${name} blame own code, Node and the waiting`, () => {
      const { functions, nodes, strings } = readSound(recorded(name));
      const self = new Map(categories.map((category) => [category, 0]));
      nodes.self.forEach((time, node) => {
        const category = categories[functions.category[nodes.func[node]]];
        self.set(category, (self.get(category) ?? 0) + time);
      });
      assert.ok(['own', 'node', 'program', 'idle'].every((category) => [...self].some(([known, time]) => known === category && time > 0)), JSON.stringify([...self]));
      const fibonacci = functions.name.findIndex((text) => strings[text] === 'fibonacci');
      assert.deepEqual([categories[functions.category[fibonacci]], functions.line[fibonacci]], ['own', 5]);
    });
  }
});
