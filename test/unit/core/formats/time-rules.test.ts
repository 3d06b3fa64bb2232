import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawProfile, encodeProfile, printTree, profileFromText, readSound, type CpuProfileJson } from '../../../helpers/profile-fixture.ts';
import { profileTotals, referenceTotals, withoutZeros } from '../../../helpers/reference-totals.ts';
import { assertSound } from './expect-outcome.ts';

const names = ['main', 'parse', '', '__proto__', 'ü', '(idle)', '(garbage collector)'];
const frame = fc.record({ functionName: fc.constantFrom(...names), scriptId: fc.constantFrom('1', '2'), url: fc.constantFrom('', 'file:///a.js', 'node:fs'), lineNumber: fc.integer({ min: -1, max: 3 }), columnNumber: fc.integer({ min: -1, max: 2 }) });
const root = { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 };
const program = { ...root, functionName: '(program)' };

/** A sound profile of any tree: node n's caller is any node before it. Ids are spread out and not in order. */
const profiles = fc.record({
  nodes: fc.array(fc.record({ callFrame: frame, caller: fc.nat(), ticks: fc.array(fc.record({ line: fc.integer({ min: 1, max: 9 }), ticks: fc.integer({ min: 1, max: 5 }) }), { maxLength: 2 }) }), { maxLength: 12 }),
  samples: fc.array(fc.record({ node: fc.nat(), delta: fc.integer({ min: -500, max: 2000 }) }), { minLength: 1, maxLength: 20 }),
  rest: fc.integer({ min: 0, max: 3000 }),
}).map(({ nodes: drawn, samples, rest }): CpuProfileJson => {
  const idOf = (row: number): number => (row * 7919) % 104729;
  const nodes: CpuProfileJson['nodes'] = [{ id: idOf(1), callFrame: root, hitCount: 0, children: [idOf(2)] }, { id: idOf(2), callFrame: program, hitCount: 0 }];
  for (const { callFrame, caller, ticks } of drawn) {
    const id = idOf(nodes.length + 1);
    (nodes[caller % nodes.length].children ??= []).push(id);
    nodes.push({ id, callFrame, hitCount: 1, ...(ticks.length > 0 ? { positionTicks: ticks } : {}) });
  }
  const timeDeltas = samples.map(({ delta }, index) => (index === 0 ? Math.abs(delta) : delta));
  let latest = 0;
  timeDeltas.reduce((time, delta) => ((latest = Math.max(latest, time + delta)), time + delta), 0);
  return { nodes, startTime: 5000, endTime: 5000 + latest + rest, samples: samples.map(({ node }) => nodes[node % nodes.length].id), timeDeltas };
});

describe('the time of a profile', function () {
  this.timeout(60_000);

  it('adds up to its duration, whatever the tree, the samples and the clock', () => {
    fc.assert(fc.property(profiles, (profile) => {
      const read = readSound(encodeProfile(profile));
      assertSound(read);
      assert.equal(read.endTime - read.startTime, profile.endTime - profile.startTime);
    }), { numRuns: 400 });
  });

  it('is that of a plain reading, function by function and line by line', () => {
    fc.assert(fc.property(profiles, (profile) => {
      assert.deepEqual(withoutZeros(profileTotals(readSound(encodeProfile(profile)))), withoutZeros(referenceTotals(profile)));
    }), { numRuns: 400 });
  });

  it('does not depend on the order of nodes, the order of keys or white space', () => {
    fc.assert(fc.property(profiles, fc.infiniteStream(fc.nat()), (profile, seeds) => {
      const keys = profile.nodes.map((node) => Object.fromEntries(Object.entries(node).reverse()));
      const nodes = keys.map((node) => ({ node, rank: seeds.next().value })).sort((a, b) => Number(a.rank) - Number(b.rank)).map(({ node }) => node);
      const { startTime, endTime, samples, timeDeltas } = profile;
      const shuffled = new TextEncoder().encode(JSON.stringify({ endTime, timeDeltas, samples, nodes, startTime }, null, 1));
      assert.deepEqual(withoutZeros(profileTotals(readSound(shuffled))), withoutZeros(profileTotals(readSound(encodeProfile(profile)))));
    }), { numRuns: 200 });
  });

  it('gives each sample the time up to the next one, the last the time to the end, and (program) the time before', () => {
    const profile = profileFromText(`
      main   main  (program)
      parse
    `, { firstDeltaUs: 300, durationsUs: [1000, 2000, 500] });
    assert.deepEqual([...profile.samples.duration], [1000, 2000, 500]);
    assert.equal(printTree(profile), [
      '- (root) (total: 3.8, self: 0)',
      '  - main (total: 3, self: 2)',
      '    - parse (total: 1, self: 1)',
      '  - (program) (total: 0.8, self: 0.8)',
    ].join('\n'));
  });

  it('puts a garbage collection on the stack it interrupted', () => {
    const profile = profileFromText(`
      main   main                 main    (garbage collector)  (garbage collector)  main
      parse  parse                render                                            parse
             (garbage collector)
    `);
    assert.equal(printTree(profile), [
      '- (root) (total: 6, self: 0)',
      '  - main (total: 6, self: 0)',
      '    - parse (total: 3, self: 2)',
      '      - (garbage collector) (total: 1, self: 1)',
      '    - render (total: 3, self: 1)',
      '      - (garbage collector) (total: 2, self: 2)',
      '  - (garbage collector) (total: 0, self: 0)',
    ].join('\n'));
    assert.equal(profile.ticks.start.length, profile.nodes.length + 1);
  });

  it('leaves a garbage collection below the root when nothing was running before it', () => {
    const drawn = profileFromText('(garbage collector)  (idle)  (garbage collector)  (program)  (garbage collector)');
    assert.match(printTree(drawn), /^ {2}- \(garbage collector\) \(total: 3, self: 3\)$/m);
  });

  it('makes a (program) node for the time before the first sample when there is none', () => {
    assert.equal(printTree(profileFromText('main', { firstDeltaUs: 300 })), [
      '- (root) (total: 1.3, self: 0)',
      '  - main (total: 1, self: 1)',
      '  - (program) (total: 0.3, self: 0.3)',
    ].join('\n'));
  });

  describe('in samples', () => {
    const durationsOf = (durationsUs: readonly number[], changed: (text: string) => string = (text) => text): Int32Array | Float64Array =>
      readSound(new TextEncoder().encode(changed(JSON.stringify(drawProfile(durationsUs.map(() => 'main').join('  '), { durationsUs }))))).samples.duration;

    it('takes four bytes as long as it is whole', () => {
      const durations = durationsOf([1000, 0, 2_147_483_647]);
      assert.ok(durations instanceof Int32Array);
      assert.deepEqual([...durations], [1000, 0, 2_147_483_647]);
    });

    it('is kept where it is a fraction, wherever that stands', () => {
      for (const durationsUs of [[0.5, 1000, 1000], [1000, 1000.25, 1000], [1000, 1000, 0.75]]) assert.deepEqual([...durationsOf(durationsUs)], durationsUs);
    });

    it('is kept where it is longer than 35 minutes, at the end as well', () => {
      for (const durationsUs of [[3e9, 1000, 1000], [1000, 3e9, 5e9], [1000, 1000, 86_400e6]]) assert.deepEqual([...durationsOf(durationsUs)], durationsUs);
    });

    it('goes on being whole after a delta that the fast path leaves to the general one', () => {
      const durations = durationsOf([1000, 2000, 3000], (text) => text.replace('2000', ' 2e3 '));
      assert.ok(durations instanceof Int32Array);
      assert.deepEqual([...durations], [1000, 2000, 3000]);
    });
  });

  it('counts a sample on the node on top, never on its callers', () => {
    const { nodes } = profileFromText(`
      main   main   main
      parse  parse
    `);
    assert.deepEqual([...nodes.samples], [0, 1, 2]);
  });
});
