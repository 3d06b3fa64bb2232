import assert from 'node:assert/strict';
import { expectRefused, type Place } from './expect-outcome.ts';

const heap = '{"head":{"callFrame":{"functionName":"(root)"},"selfSize":0,"id":1,"children":[{"callFrame":{"functionName":"parse"},"selfSize":40,"id":2,"children":[]}]},"samples":[]}';
const trace = '{"traceEvents":[{"pid":1,"tid":1,"ph":"P","name":"ProfileChunk","id":"0x1","args":{"data":{"cpuProfile":{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"}},{"id":2,"parent":1,"callFrame":{"functionName":"parse"}}],"samples":[2,2]},"timeDeltas":[0,5]}}}]}';
const frames = '{"shared":{"frames":[{"name":"main"},{"name":"parse"}]},"profiles":[';
const sampled = `${frames}{"type":"sampled","unit":"milliseconds","startValue":0,"endValue":4,"samples":[[0,1],[0]],"weights":[3,1]}]}`;
const evented = `${frames}{"type":"evented","unit":"none","startValue":0,"endValue":4,"events":[{"type":"O","frame":0,"at":1},{"type":"O","frame":1,"at":2},{"type":"C","frame":1,"at":3},{"type":"C","frame":0,"at":4}]}]}`;

/** The sound file with one piece of its text replaced. */
const replacing = (text: string) => (piece: string, by: string): string => {
  assert.ok(text.includes(piece), piece);
  return text.replace(piece, () => by);
};
const [inHeap, inTrace, inSampled, inEvented] = [heap, trace, sampled, evented].map(replacing);

const bytesOf = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const varint = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >> 7)]);
/** Fields of a protocol buffer: a number, and a message or a text. */
const num = (field: number, value: number): number[] => [field * 8, ...varint(value)];
const message = (field: number, content: readonly number[]): number[] => [field * 8 + 2, ...varint(content.length), ...content];
const types = message(1, [...num(1, 1), ...num(2, 2)]);
const texts = ['', 'samples', 'count', 'main'].flatMap((text) => message(6, [...new TextEncoder().encode(text)]));
const func = (id: number): number[] => message(5, [...num(1, id), ...num(2, 3)]);
const location = (id: number, functionId: number): number[] => message(4, [...num(1, id), ...message(4, num(1, functionId))]);
const sample = (locations: readonly number[], values: readonly number[]): number[] => message(2, [...message(1, locations.flatMap(varint)), ...values.flatMap((value) => num(2, value))]);
const pprof = bytesOf(types, sample([1], [2]), func(1), location(1, 1), texts);

const manyLines: readonly number[] = Array.from({ length: 8000 }, (_, at) => [0x22, 2, 8, 1][at % 4]);

const refusals: readonly (readonly [test: string, input: string | Uint8Array, place: Place])[] = [
  ['B3 heap profile: refuses text after the end', `${heap} x`, { byte: heap.length + 1 }],
  ['B4 heap profile: recognises a CPU profile of old', '{"head":{"functionName":"(root)","hitCount":0,"children":[]}}', { field: 'head' }],
  ['B4 heap profile: names the byte where JSON breaks', '{"head":{"callFrame" {}}}', { byte: 21 }],
  ['B4 heap profile: refuses an unknown escape', inHeap('"parse"', '"par\\qse"'), { byte: heap.indexOf('parse') + 3 }],
  ['B4 heap profile: refuses a control character in a name', inHeap('"parse"', '"par\nse"'), { byte: heap.indexOf('parse') + 3 }],
  ['B5 heap profile: refuses text as a size', inHeap('"selfSize":40', '"selfSize":"40"'), { field: 'head.children[0].selfSize' }],
  ['B5 heap profile: refuses NaN as a size', inHeap('"selfSize":40', '"selfSize":NaN'), { field: 'head.children[0].selfSize' }],
  ['B5 heap profile: refuses a size below 0', inHeap('"selfSize":40', '"selfSize":-1'), { field: 'head.children[0].selfSize' }],
  ['B5 heap profile: refuses an endless size', inHeap('"selfSize":40', '"selfSize":1e999'), { field: 'head.children[0].selfSize' }],
  ['B5 heap profile: refuses an array as the head', '{"head":[]}', { byte: 0 }],
  ['B5 heap profile: refuses children that are no array', '{"head":{"callFrame":{},"children":{}}}', { field: 'head.children' }],
  ['B5 heap profile: refuses null as a node', '{"head":{"callFrame":{},"children":[null]}}', { field: 'head.children[0]' }],
  ['B5 heap profile: refuses a number as a name', inHeap('"parse"', '7'), { field: 'head.children[0].callFrame.functionName' }],
  ['B5 heap profile: refuses a node without a call frame', '{"head":{"callFrame":{},"children":[{"selfSize":1}]}}', { field: 'head.children[0]' }],
  ['B7 heap profile: refuses a duplicate id', inHeap('"id":2', '"id":1'), { field: 'head.children[0].id' }],
  ['B2 refuses JSON cut off before it says what it is', '{"head":', { byte: 8 }],
  ['B3 trace: refuses text after the end', `${trace} x`, { byte: trace.length + 1 }],
  ['B4 trace: names the byte where JSON breaks', '[{"ph":"X","args":{"a" 1}}]', { byte: 23 }],
  ['B4 trace: refuses an empty array', '[]', { field: 'traceEvents' }],
  ['B4 trace: refuses events that show no time', '{"traceEvents":[{"ph":"M","name":"process_name"},{"ph":"i","ts":1}]}', { field: 'traceEvents' }],
  ['B5 trace: refuses events that are no array', '{"traceEvents":{}}', { byte: 0 }],
  ['B5 trace: refuses a number as an event', '[{},1]', { field: '[1]' }],
  ['B5 trace: refuses text as a node id', inTrace('"id":1,', '"id":"1",'), { field: 'traceEvents[0].args.data.cpuProfile.nodes[0].id' }],
  ['B5 trace: refuses a node without an id', inTrace('"id":1,', ''), { field: 'traceEvents[0].args.data.cpuProfile.nodes[0]' }],
  ['B5 trace: refuses a node without a call frame', inTrace('"callFrame":{"functionName":"(root)"}', '"x":1'), { field: 'traceEvents[0].args.data.cpuProfile.nodes[0]' }],
  ['B5 trace: refuses text as a sample', inTrace('"samples":[2', '"samples":["2"'), { field: 'traceEvents[0].args.data.cpuProfile.samples[0]' }],
  ['B5 trace: refuses text as a time delta', inTrace('"timeDeltas":[0', '"timeDeltas":["0"'), { field: 'traceEvents[0].args.data.timeDeltas[0]' }],
  ['B5 trace: refuses nodes that are no array', '[{"args":{"data":{"cpuProfile":{"nodes":{}}}}}]', { field: '[0].args.data.cpuProfile.nodes' }],
  ['B7 trace: refuses a duplicate node id', inTrace('"id":2,', '"id":1,'), { field: 'traceEvents[0].args.data.cpuProfile.nodes[1].id' }],
  ['B7 trace: refuses an unknown caller', inTrace('"parent":1', '"parent":9'), { field: 'traceEvents[0].args.data.cpuProfile.nodes[1].parent' }],
  ['B7 trace: refuses an unknown sample', inTrace('"samples":[2', '"samples":[9'), { field: 'traceEvents[0].args.data.cpuProfile.samples[0]' }],
  ['B7 trace: refuses two roots', inTrace(',"parent":1', ''), { field: 'traceEvents[0].args.data.cpuProfile.nodes[1]' }],
  ['B8 trace: refuses samples and time deltas of different lengths', inTrace('"timeDeltas":[0', '"timeDeltas":[0,0'), { field: 'traceEvents[0].args.data.timeDeltas' }],
  ['B10 trace: refuses more threads than it can show', JSON.stringify(Array.from({ length: 1001 }, (_, tid) => ({ ph: 'X', name: 'a', tid, ts: 1, dur: 1 }))), { field: '[1000]' }],
  ['B2 speedscope: refuses a file cut off before its first profile', sampled.slice(0, sampled.indexOf('"profiles"')), { byte: sampled.indexOf('"profiles"') }],
  ['B3 speedscope: refuses a second document', sampled + sampled, { byte: sampled.length }],
  ['B4 speedscope: refuses a file without profiles', '{"shared":{"frames":[]},"profiles":[]}', { field: 'profiles' }],
  ['B5 speedscope: refuses frames that are no array', '{"shared":{"frames":{}}}', { field: 'shared.frames' }],
  ['B5 speedscope: refuses a number as a frame name', inSampled('"main"', '7'), { field: 'shared.frames[0].name' }],
  ['B5 speedscope: refuses a fraction as a frame', inSampled('[0,1]', '[0,1.5]'), { field: 'profiles[0].samples[0][1]' }],
  ['B5 speedscope: refuses null as a frame', inSampled('[0,1]', '[0,null]'), { field: 'profiles[0].samples[0][1]' }],
  ['B5 speedscope: refuses text as a weight', inSampled('"weights":[3', '"weights":["3"'), { field: 'profiles[0].weights[0]' }],
  ['B5 speedscope: refuses null as a weight', inSampled('"weights":[3', '"weights":[null'), { field: 'profiles[0].weights[0]' }],
  ['B5 speedscope: refuses a weight below 0', inSampled('"weights":[3', '"weights":[-3'), { field: 'profiles[0].weights[0]' }],
  ['B5 speedscope: refuses an unknown unit', inSampled('milliseconds', 'fortnights'), { field: 'profiles[0].unit' }],
  ['B5 speedscope: refuses an unknown type of profile', inSampled('"sampled"', '"traced"'), { field: 'profiles[0].type' }],
  ['B5 speedscope: refuses a profile without a type', inSampled('"type":"sampled",', ''), { field: 'profiles[0]' }],
  ['B5 speedscope: refuses a profile without a unit', inSampled('"unit":"milliseconds",', ''), { field: 'profiles[0]' }],
  ['B5 speedscope: refuses an unknown kind of event', inEvented('"type":"O"', '"type":"X"'), { field: 'profiles[0].events[0]' }],
  ['B5 speedscope: refuses an event without a frame', inEvented('"frame":0,', ''), { field: 'profiles[0].events[0]' }],
  ['B5 speedscope: refuses an event without a moment', inEvented(',"at":1', ''), { field: 'profiles[0].events[0]' }],
  ['B5 speedscope: refuses text as a moment', inEvented('"at":1', '"at":"1"'), { field: 'profiles[0].events[0].at' }],
  ['B7 speedscope: refuses an unknown frame', inSampled('[0,1]', '[0,9]'), { field: 'profiles[0].samples[0][1]' }],
  ['B7 speedscope: refuses an unknown frame of an event', inEvented('"frame":0', '"frame":9'), { field: 'profiles[0].events[0].frame' }],
  ['B7 speedscope: refuses frames that never come', '{"profiles":[{"type":"sampled","unit":"none","samples":[[9]],"weights":[1]}],"shared":{"frames":[{"name":"a"}]}}', { field: 'profiles[0]' }],
  ['B7 speedscope: refuses to close what was not opened last', inEvented('{"type":"C","frame":1', '{"type":"C","frame":0'), { field: 'profiles[0].events[2]' }],
  ['B8 speedscope: refuses samples and weights of different lengths', inSampled('"weights":[3', '"weights":[3,3'), { field: 'profiles[0]' }],
  ['B10 speedscope: refuses more profiles than it can show', JSON.stringify({ shared: { frames: [] }, profiles: new Array(1001).fill({ type: 'sampled', unit: 'none', samples: [], weights: [] }) }), { field: 'profiles[1000]' }],
  ['B4 collapsed stacks: refuses text whose first line has no count', 'main;parse\nmain 1\n', { byte: 0 }],
  ['B5 collapsed stacks: refuses a line without a count', 'main 1\nmain;parse\n', { byte: 7, field: 'line 2' }],
  ['B5 collapsed stacks: refuses a count below 0', 'main 1\nmain -5\n', { byte: 7, field: 'line 2' }],
  ['B5 collapsed stacks: refuses NaN as a count', 'main 1\nmain NaN\n', { byte: 7, field: 'line 2' }],
  ['B5 collapsed stacks: refuses a hexadecimal count', 'main 1\nmain 0x10\n', { byte: 7, field: 'line 2' }],
  ['B5 collapsed stacks: refuses a count past 2^53', 'main 1\nmain;a 99999999999999999999\n', { byte: 14, field: 'line 2' }],
  ['B2 pprof: refuses a file cut off inside a text', pprof.slice(0, -2), { byte: pprof.length - 2 }],
  ['B2 pprof: refuses a file cut off inside a number', bytesOf(pprof, [0x48, 0x80, 0x80]), { byte: pprof.length + 3 }],
  ['B4 refuses data of no known kind', Uint8Array.of(1, 2, 3, 4, 5), { byte: 0 }],
  ['B14 pprof: refuses a number that does not end', bytesOf(pprof, [0x48, ...new Array(11).fill(0x80), 1]), { byte: pprof.length + 1 }],
  ['B14 pprof: refuses an unknown wire type', bytesOf(pprof, [0x4b]), { byte: pprof.length }],
  ['B14 pprof: refuses a field without a number', bytesOf(pprof, [0x00, 0x01]), { byte: pprof.length }],
  ['B14 pprof: refuses a field longer than its message', bytesOf(types, message(2, [0x0a, 0x7f]), texts), { byte: types.length + 4 }],
  ['B14 pprof: refuses an unknown text', bytesOf(message(1, [...num(1, 99)]), pprof), { byte: 3, field: 'sample_type[0]' }],
  ['B14 pprof: refuses an unknown text as a name', bytesOf(types, message(5, [...num(1, 1), ...num(2, 99)]), texts), { byte: types.length + 5, field: 'function[0]' }],
  ['B7 pprof: refuses a duplicate function', bytesOf(pprof, func(1)), { byte: pprof.length + 2, field: 'function[1]' }],
  ['B7 pprof: refuses a duplicate location', bytesOf(pprof, location(1, 1)), { byte: pprof.length + 2, field: 'location[1]' }],
  ['B7 pprof: refuses an unknown function', bytesOf(pprof, location(2, 9)), { byte: pprof.length + 6, field: 'location[1]' }],
  ['B7 pprof: refuses an unknown location', bytesOf(pprof, sample([9], [1])), { byte: pprof.length + 2, field: 'sample[1]' }],
  ['B8 pprof: refuses a sample with too few values', bytesOf(pprof, sample([1], [])), { byte: pprof.length + 2, field: 'sample[1]' }],
  ['B5 pprof: refuses a value below 0', bytesOf(pprof, message(2, [...num(1, 1), 0x10, ...new Array(9).fill(0xff), 1])), { byte: pprof.length + 2, field: 'sample[1]' }],
  ['B5 pprof: refuses a value past 2^53', bytesOf(pprof, message(2, [...num(1, 1), 0x10, ...new Array(8).fill(0xff), 0x7f])), { byte: pprof.length + 2, field: 'sample[1]' }],
  ['B14 pprof: refuses a profile that counts nothing', bytesOf(func(1), texts), { field: 'sample_type' }],
  ['B14 pprof: refuses a profile that counts too much', bytesOf(...Array.from({ length: 17 }, () => types), texts), { field: 'sample_type' }],
  ['B14 pprof: refuses stacks that unfold without end', bytesOf(types, func(1), message(4, [...num(1, 1), ...manyLines]), sample(new Array(1000).fill(1), [1]), texts), { byte: types.length + func(1).length + 8005 + 3, field: 'sample[0]' }],
];

describe('a damaged file of another format is refused with its place', () => {
  for (const [test, input, place] of refusals) it(test, () => expectRefused(test, input, place));
});
