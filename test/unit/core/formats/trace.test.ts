import assert from 'node:assert/strict';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { ReadProfiles } from '../../../../src/core/formats/format-reader.ts';
import type { NamedProfile } from '../../../../src/core/model/named-profile.ts';

const read = (document: unknown): ReadProfiles => parseProfiles(new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document)));
const profilesOf = (document: unknown): readonly NamedProfile[] => {
  const result = read(document);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
};
/** `name duration` of each sample, the function on top. */
const timeline = ({ profile: { samples, nodes, functions, strings } }: NamedProfile): string[] =>
  Array.from(samples.node, (node, at) => `${strings[functions.name[nodes.func[node]]]} ${samples.duration[at]}`);

const frame = (functionName: string): object => ({ functionName, scriptId: 5, url: 'file:///a.js', lineNumber: 2, columnNumber: 0 });
const chunk = (id: string, data: object, more: object = {}): object => ({ pid: 1, tid: 9, ts: 1, ph: 'P', cat: 'x', name: 'ProfileChunk', id, args: { data }, ...more });
const begins = (id: string, tid: number): object => ({ pid: 1, tid, ts: 100, ph: 'P', name: 'Profile', id, args: { data: { startTime: 100 } } });
const threads = [
  { pid: 1, tid: 1, ph: 'M', name: 'thread_name', args: { name: 'main' } },
  begins('0x1', 1), begins('0x2', 7),
  chunk('0x1', { cpuProfile: { nodes: [{ id: 1, callFrame: frame('(root)') }, { id: 2, parent: 1, callFrame: frame('parse') }], samples: [2] }, timeDeltas: [0], lines: [4] }),
  chunk('0x2', { cpuProfile: { nodes: [{ id: 1, callFrame: frame('(root)') }, { id: 2, parent: 1, callFrame: frame('write') }], samples: [2, 2] }, timeDeltas: [0, 5], lines: [0, 0] }),
  chunk('0x1', { cpuProfile: { nodes: [{ id: 3, parent: 2, callFrame: frame('row') }], samples: [3, 2] }, timeDeltas: [10, 20], lines: [5, 4] }),
  chunk('0x1', { endTime: 150 }),
  { pid: 1, tid: 1, ts: 3, ph: 'X', dur: 50, name: 'task', args: '__stripped__' },
];

describe('a trace', () => {
  it('holds a CPU profile for each thread, put together from its pieces', () => {
    const [main, worker] = profilesOf({ traceEvents: threads, metadata: {} });
    assert.deepEqual([main.label, main.pid, main.threadId, worker.threadId], ['main', 1, 0, 7]);
    assert.deepEqual([timeline(main), timeline(worker)], [['parse 10', 'row 20', 'parse 20'], ['write 5', 'write 0']]);
    assert.deepEqual([[...main.profile.ticks.line], [...main.profile.ticks.count], main.profile.startTime], [[4, 5], [2, 1], 100]);
  });

  it('is the same without its envelope, also when the array was never closed', () => {
    const text = JSON.stringify(threads);
    for (const form of [text, text.slice(0, -1), `${text.slice(0, -1)},`]) {
      const result = read(form);
      assert.ok(result.ok);
      assert.deepEqual([result.value.map(timeline), result.problems], [profilesOf({ traceEvents: threads }).map(timeline), []]);
    }
  });

  it('without samples shows what begins and ends', () => {
    const event = (ph: string, name: string, ts: number, more: object = {}): object => ({ pid: 1, tid: 1, cat: '', ph, name, ts, ...more });
    const [lane] = profilesOf([
      event('B', 'task', 10), event('X', 'parse', 12, { dur: 5 }), event('E', 'task', 30), event('X', 'row', 13, { dur: 2 }), event('X', 'late', 40, { dur: 10 }),
    ]);
    assert.deepEqual(timeline(lane), ['task 2', 'parse 1', 'row 2', 'parse 2', 'task 13', '(idle) 10', 'late 10']);
  });

  it('ends a span with its caller, and tells of ends and beginnings without the other', () => {
    const result = read([
      { pid: 1, tid: 1, ph: 'E', name: 'none', ts: 0 }, { pid: 1, tid: 1, ph: 'X', name: 'task', ts: 0, dur: 10 }, { pid: 1, tid: 1, ph: 'X', name: 'long', ts: 5, dur: 100 },
      { pid: 1, tid: 1, ph: 'B', name: 'open', ts: 20 }, { pid: 1, tid: 1, ph: 'X', name: 'last', ts: 25, dur: 5 },
    ]);
    assert.ok(result.ok);
    assert.deepEqual(timeline(result.value[0]), ['task 5', 'long 5', '(idle) 10', 'open 5', 'last 5']);
    assert.deepEqual(result.problems.map(({ code }) => code), ['not-open', 'not-closed']);
  });

  it('names the place of a sample without a node', () => {
    const result = read({ traceEvents: [begins('0x1', 1), chunk('0x1', { cpuProfile: { nodes: [{ id: 1, callFrame: frame('(root)') }], samples: [1, 4] }, timeDeltas: [0, 1] })] });
    assert.ok(!result.ok);
    assert.deepEqual([result.problem.message, result.problem.field], ['No node has the id 4', 'traceEvents[1].args.data.cpuProfile.samples[1]']);
  });
});
