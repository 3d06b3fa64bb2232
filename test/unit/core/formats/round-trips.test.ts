import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';
import { writeCollapsed } from '../../../../src/core/formats/collapsed/write-collapsed.ts';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import { writePprof } from '../../../../src/core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../../../../src/core/formats/speedscope/write-speedscope.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { flameOf, listStacks } from '../../../helpers/flame-fixture.ts';

const golden = join(import.meta.dirname, '..', '..', '..', 'golden');
const samples = ['formats/program.cpuprofile', 'profiles/node20/program.cpuprofile', 'formats/program.heapprofile', 'formats/program.collapsed', 'formats/program.speedscope.json', 'formats/program.trace.json', 'formats/program.pb.gz'];
const read = (file: string): FlameData => flameOf(parseProfiles(unpack(readFileSync(join(golden, file)))));
const unpack = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
const reread = (texts: Iterable<string>): FlameData => flameOf(parseProfiles(new TextEncoder().encode([...texts].join(''))));

describe('a file that is read, written and read again', () => {
  for (const file of samples) {
    it(`holds the same stacks as a speedscope file: ${file}`, () => {
      const data = read(file);
      const again = reread(writeSpeedscope(data, file));
      assert.equal(again.unit, data.unit);
      assert.deepEqual(listStacks(again, 1e3), listStacks(data, 1e3));
    });

    it(`holds the same stacks as a pprof file, but for columns: ${file}`, () => {
      const data = read(file);
      const again = flameOf(parseProfiles(writePprof(data)));
      const withoutColumns = (stacks: readonly string[]): string[] => stacks.map((stack) => stack.replace(/:\d+(?= >| =)/g, ''));
      assert.equal(again.unit, data.unit);
      assert.deepEqual(withoutColumns(listStacks(again, 1)).sort(), withoutColumns(listStacks(data, 1)).sort());
    });

    it(`is a pprof file to others: ${file}`, () => {
      const data = read(file);
      const decoded = Profile.decode(writePprof(data));
      const sum = decoded.sample.reduce((total, { value }) => total + Number(value.at(-1)), 0);
      const total = data.lanes.reduce((all, { duration }) => all + duration, 0) * (data.unit === 'microseconds' ? 1000 : 1);
      assert.ok(Math.abs(sum - total) <= decoded.sample.length, `${sum} of ${total}`);
      assert.ok(decoded.stringTable.strings.includes('fibonacci') || data.unit === 'bytes');
    });

    it(`holds the same stacks in whole numbers as collapsed stacks: ${file}`, () => {
      const data = read(file);
      assert.deepEqual(listStacks(reread(writeCollapsed(data)), 1), listStacks(data, 1).filter((stack) => !stack.endsWith(' = 0')));
    });
  }

  it('keeps the order of time in a speedscope file', () => {
    const timeline = (data: FlameData): string[] => {
      const [{ samples, nodes }] = data.lanes;
      const spans: { name: string; us: number }[] = [];
      for (let at = 0; at < samples.length; at++) {
        const name = data.strings[data.functions.name[nodes.func[samples.node[at]]]];
        const last = spans.at(-1);
        if (last?.name === name) last.us += samples.duration[at];
        else if (samples.duration[at] > 0) spans.push({ name, us: samples.duration[at] });
      }
      return spans.map(({ name, us }) => `${name} ${us}`);
    };
    const data = read('formats/program.speedscope.json');
    assert.deepEqual(timeline(reread(writeSpeedscope(data, 'x'))), timeline(data));
  });
});
