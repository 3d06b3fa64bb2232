import assert from 'node:assert/strict';
import { parseCpuProfile } from '../../../../src/core/formats/cpuprofile/index.ts';

const frame = (functionName: string, url = '', lineNumber = -1, columnNumber = -1): object => ({ functionName, scriptId: '1', url, lineNumber, columnNumber });
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), hitCount: 0, children: [2, 3] },
    { id: 2, callFrame: frame('(program)'), hitCount: 0 },
    { id: 3, callFrame: frame('work', 'file:///project/a.js', 4, 8), hitCount: 2, positionTicks: [{ line: 6, ticks: 2 }] },
  ],
  startTime: 1000,
  endTime: 1600,
  samples: [3, 3],
  timeDeltas: [100, 200],
};
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('reading a .cpuprofile', () => {
  it('gives delta i + 1 to sample i, the first delta to (program) and the rest to the last sample', () => {
    const read = parseCpuProfile(encode(profile));
    assert.ok(read.ok);
    const { nodes, functions, strings, samples, ticks } = read.value;
    assert.deepEqual([...nodes.self], [0, 100, 500]);
    assert.deepEqual([...samples.duration], [200, 300]);
    assert.equal(strings[functions.name[nodes.func[2]]], 'work');
    assert.deepEqual([functions.line[2], functions.column[2]], [5, 9]);
    assert.deepEqual([[...ticks.start], [...ticks.line], [...ticks.count]], [[0, 0, 0, 1], [6], [2]]);
    assert.deepEqual(read.problems, []);
  });

  for (const [piece, by] of [['"id":3', '"id":03'], ['"samples":[3,3', '"samples":[03,3'], ['"timeDeltas":[100', '"timeDeltas":[-0100'], ['"endTime":1600', '"endTime":01600']]) {
    it(`calls ${by} no JSON`, () => {
      const read = parseCpuProfile(new TextEncoder().encode(JSON.stringify(profile).replace(piece, by)));
      assert.ok(!read.ok);
      assert.equal(read.problem.code, 'not-json');
    });
  }

  it('names the field of a child that no node has', () => {
    const read = parseCpuProfile(encode({ ...profile, nodes: profile.nodes.slice(0, 2) }));
    assert.deepEqual(read, { ok: false, problem: { code: 'unknown-id', message: 'No node has the id 3', field: 'nodes[0].children[1]' } });
  });
});
