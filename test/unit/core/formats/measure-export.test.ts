import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeCollapsed } from '../../../../src/core/formats/collapsed/write-collapsed.ts';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import { deepestStack, measureExport } from '../../../../src/core/formats/measure-export.ts';
import { writePprof } from '../../../../src/core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../../../../src/core/formats/speedscope/write-speedscope.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { flameOf } from '../../../helpers/flame-fixture.ts';
import { drawFlame, flameFrom } from '../layout/flame-fixture.ts';
import { randomProfile } from '../model/random-profile.ts';

const enough = 2e9;
const bytesOf = (texts: Iterable<string>): number => [...texts].reduce((all, text) => all + Buffer.byteLength(text), 0);

/** Calls one below the other, each on top of the stack once, as a collapsed file has them. */
function chain(length: number): FlameData {
  const data = drawFlame(['a\nb\nc']);
  const parent = Int32Array.from({ length }, (_, row) => row - 1);
  const nodes = { length, parent, func: parent.map((row) => (row < 0 ? 0 : 1 + (row % 3))), self: new Float64Array(length).fill(1), samples: new Int32Array(length).fill(1) };
  return { ...data, lanes: [{ ...data.lanes[0], nodes, samples: { length: 0, node: new Int32Array(0), duration: new Float64Array(0) }, ticks: { start: new Int32Array(length + 1), line: new Int32Array(0), count: new Int32Array(0) } }] };
}

describe('the size of an export', () => {
  it('is known to the byte for collapsed stacks, but for the name of the root where that has a value itself', () => {
    fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => {
      const data = flameFrom(profiles);
      const ofRoot = data.lanes.filter(({ nodes: { self } }) => Math.round(self[0]) > 0).length * '(root);'.length;
      assert.equal(measureExport.collapsed(data, enough) + ofRoot, bytesOf(writeCollapsed(data)));
    }), { numRuns: 100 });
  });

  it('is never said to be more than it is for a speedscope file', () => {
    fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => {
      const data = flameFrom(profiles);
      assert.ok(measureExport.speedscope(data, enough) <= bytesOf(writeSpeedscope(data, '')));
    }), { numRuns: 100 });
  });

  it('is about that of the stacks for pprof', () => {
    const data = chain(2000);
    const [said, written] = [measureExport.pprof(data, enough), writePprof(data).length];
    assert.ok(said > written / 2 && said < written * 2.5, `${said} of ${written}`);
  });

  it('grows with the square of the depth where each stack is written whole', () => {
    const data = chain(100_000);
    assert.equal(deepestStack(data), 99_999);
    assert.ok(measureExport.pprof(data, enough) > enough);
    assert.ok(measureExport.collapsed(data, enough) > enough);
    assert.ok(measureExport.speedscope(data, enough) < 1e7);
  });

  it('is counted no further than it matters', () => {
    assert.ok(measureExport.speedscope(chain(100_000), 3000) < 10_000);
  });
});

describe('an export', () => {
  const onTop = ({ lanes: [{ nodes }] }: FlameData): number => nodes.samples.reduce((sum, count) => sum + count, 0);

  it('to pprof keeps stacks that were seen for no time', () => {
    const data = drawFlame(['main   main  main\nparse  gone  parse'], { durationsUs: [1000, 0, 1000] });
    const again = flameOf(parseProfiles(writePprof(data)));
    assert.equal(onTop(again), 3);
    assert.ok(again.strings.includes('gone'));
  });

  it('keeps each sample in pprof, whatever the profile', () => {
    fc.assert(fc.property(randomProfile, (profile) => {
      const data = flameFrom([profile]);
      assert.equal(onTop(flameOf(parseProfiles(writePprof(data)))), onTop(data));
    }), { numRuns: 100 });
  });
});
