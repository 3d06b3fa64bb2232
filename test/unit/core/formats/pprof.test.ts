import assert from 'node:assert/strict';
import { Function as PprofFunction, Line, Location, Profile, Sample, StringTable, ValueType } from 'pprof-format';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { NamedProfile } from '../../../../src/core/model/named-profile.ts';
import { printTree } from '../../../helpers/profile-fixture.ts';

const stringTable = new StringTable();
const text = (value: string): number => stringTable.dedup(value);
const big = 2n ** 63n;

/** main calls parse, into which row is inlined; two values a sample. As the library others use writes it. */
const drawn = (more: object = {}): Uint8Array => new Profile({
  stringTable,
  sampleType: [new ValueType({ type: text('samples'), unit: text('count') }), new ValueType({ type: text('cpu'), unit: text('nanoseconds') })],
  function: ['main', 'parse', 'row'].map((name, index) => new PprofFunction({ id: big + BigInt(index), name: text(name), filename: text('/a.js'), startLine: 10 * (index + 1) })),
  location: [
    new Location({ id: 1, line: [new Line({ functionId: big, line: 11 })] }),
    new Location({ id: 2, line: [new Line({ functionId: big + 2n, line: 33 }), new Line({ functionId: big + 1n, line: 22 })] }),
    new Location({ id: 3, address: 0xbeef }),
  ],
  sample: [
    new Sample({ locationId: [2, 1], value: [3, 3_000_000] }),
    new Sample({ locationId: [1], value: [1, 1_000_000] }),
    new Sample({ locationId: [3], value: [1, 500_000] }),
  ],
  ...more,
}).encode();
const read = (bytes: Uint8Array): readonly NamedProfile[] => {
  const result = parseProfiles(bytes);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
};

describe('a pprof file', () => {
  it('gives every value its profile, the last one first, inlined frames below their caller', () => {
    const [cpu, samples] = read(drawn());
    assert.deepEqual([cpu.value, cpu.profile.unit, samples.value, samples.profile.unit], ['cpu', 'microseconds', 'samples', 'count']);
    assert.equal(printTree(cpu.profile), [
      '- (root) (total: 4.5, self: 0)', '  - main (total: 4, self: 1)', '    - parse (total: 3, self: 0)', '      - row (total: 3, self: 3)', '  - 0xbeef (total: 0.5, self: 0.5)',
    ].join('\n'));
    assert.deepEqual([[...cpu.profile.nodes.samples], [...cpu.profile.ticks.line], cpu.profile.samples.length], [[0, 1, 0, 3, 1], [11, 33], 0]);
  });

  it('shows the value first that the file names', () => {
    assert.deepEqual(read(drawn({ defaultSampleType: text('samples') })).map(({ value }) => value), ['samples', 'cpu']);
  });

  it('tells functions with ids of 64 bits apart', () => {
    const [{ profile: { functions, strings } }] = read(drawn());
    assert.deepEqual([...functions.name].map((name) => strings[name]), ['(root)', 'main', 'parse', 'row', '0xbeef']);
  });
});
