import assert from 'node:assert/strict';
import { drawProfile, type CpuProfileJson } from '../../../helpers/profile-fixture.ts';
import { expectData, expectRefused, expectRepaired, type Place } from './expect-outcome.ts';

/** Nodes 1 (root), 2 main, 3 parse, 4 row, 5 (idle); 1 ms a sample. */
const drawn = (): CpuProfileJson => drawProfile(`
  main   main   main   (idle)
  parse  parse  parse
  row    row
`);
const changed = (change: (profile: CpuProfileJson) => unknown): string => {
  const profile = drawn();
  return JSON.stringify(change(profile) ?? profile);
};
const text = JSON.stringify(drawn());
/** The drawn profile with one piece of its text replaced. */
const replaced = (piece: string, by: string): string => {
  assert.ok(text.includes(piece), piece);
  return text.replace(piece, () => by);
};
const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const node = (id: number, more: object): object => ({ id, callFrame: { functionName: `f${id}`, url: '' }, hitCount: 0, ...more });
const nodesOnly = (...nodes: object[]): string => JSON.stringify({ nodes, startTime: 0, endTime: 0, samples: [], timeDeltas: [] });

const refusals: readonly (readonly [test: string, input: string | Uint8Array, place: Place])[] = [
  ['B1 refuses an empty file', '', { byte: 0 }],
  ['B1 refuses a file of white space', ' \r\n\t ', { byte: 5 }],
  ['B2 refuses a file cut off before its first whole node', text.slice(0, 60), { byte: 60 }],
  ['B3 refuses UTF-16', new Uint8Array(Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0)).buffer), { byte: 0 }],
  ['B3 refuses UTF-16 without a mark', bytesOf(0, 0x7b, 0, 0x22, 0, 0x6e), { byte: 0 }],
  ['B3 refuses text after the end', `${text} x`, { byte: text.length + 1 }],
  ['B3 refuses a second document', `${text}\n${text}`, { byte: text.length + 1 }],
  ['B4 recognises a heap snapshot', '{"snapshot":{"meta":{}},"nodes":[9,1,1,0,5]}', { byte: 0 }],
  ['B4 recognises a source map', '{"version":3,"sources":["a.ts"],"names":[],"mappings":"AAAA"}', { byte: 0 }],
  ['B4 recognises a PNG image', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), { byte: 0 }],
  ['B4 recognises HTML', '\n<!doctype html><p>404', { byte: 0 }],
  ['B4 recognises a ZIP archive', bytesOf(0x50, 0x4b, 3, 4, 0), { byte: 0 }],
  ['B4 refuses plain text', 'hello', { byte: 0 }],
  ['B4 refuses other JSON', '{"name":"flameline","private":true}', { byte: 0 }],
  ['B4 names the byte where JSON breaks', '{"nodes":[{"id" 1}]}', { byte: 16 }],
  ['B5 refuses NaN as a time delta', replaced('"timeDeltas":[0,1000', '"timeDeltas":[0,NaN'), { field: 'timeDeltas[1]' }],
  ['B5 refuses text as a line number', replaced('"lineNumber":9', '"lineNumber":"9"'), { field: 'nodes[1].callFrame.lineNumber' }],
  ['B5 refuses an endless end time', replaced('"endTime":5000', '"endTime":1e999'), { field: 'endTime' }],
  ['B5 refuses a fraction as a node id', replaced('"id":2', '"id":1.5'), { field: 'nodes[1].id' }],
  ['B5 refuses text as a sample', replaced('"samples":[4,4', '"samples":[4,"4"'), { field: 'samples[1]' }],
  ['B5 refuses a negative child', replaced('"children":[3]', '"children":[-1]'), { field: 'nodes[1].children[0]' }],
  ['B5 refuses a number as a name', replaced('"functionName":"main"', '"functionName":7'), { field: 'nodes[1].callFrame.functionName' }],
  ['B5 refuses a number as a node', replaced('"nodes":[{', '"nodes":[5,{'), { field: 'nodes[0]' }],
  ['B5 refuses samples that are no array', replaced('"samples":[4,4,3,5]', '"samples":{}'), { field: 'samples' }],
  ['B5 refuses a node without an id', replaced('"id":3,', ''), { field: 'nodes[2].id' }],
  ['B5 refuses a node without a call frame', nodesOnly({ id: 1, hitCount: 0 }), { field: 'nodes[0].callFrame' }],
  ['B7 refuses a duplicate node id and names the field', replaced('"id":3', '"id":2'), { field: 'nodes[2].id' }],
  ['B7 refuses an unknown child and names the field', replaced('"children":[3]', '"children":[99]'), { field: 'nodes[1].children[0]' }],
  ['B7 refuses an unknown sample and names the field', replaced('"samples":[4,4', '"samples":[4,99'), { field: 'samples[1]' }],
  ['B7 refuses an unknown caller and names the field', nodesOnly(node(1, {}), node(2, { parent: 9 })), { field: 'nodes[1].parent' }],
  ['B7 refuses a node that is its own child', replaced('"children":[3]', '"children":[2]'), { field: 'nodes[1].children[0]' }],
  ['B7 refuses nodes that are all in a circle', nodesOnly(node(1, { children: [2] }), node(2, { children: [1] })), { field: 'nodes[0]' }],
  ['B7 refuses a circle beside the tree', nodesOnly(node(1, {}), node(2, { children: [3] }), node(3, { children: [2, 4] }), node(4, {})), { field: 'nodes[1]' }],
  ['B7 refuses two roots and names the second', nodesOnly(node(1, { children: [2] }), node(2, {}), node(3, {})), { field: 'nodes[2]' }],
  ['B7 refuses a node with two callers', nodesOnly(node(1, { children: [2, 3] }), node(2, { children: [3] }), node(3, {})), { field: 'nodes[1].children[0]' }],
  ['B8 refuses samples and time deltas of different lengths', replaced('"samples":[4,4,', '"samples":['), { field: 'timeDeltas' }],
];

describe('a damaged profile is refused with its place', () => {
  for (const [test, input, place] of refusals) it(test, () => expectRefused(test, input, place));
});

describe('a damaged profile is read as far as it is whole', () => {
  it('B2 keeps whole nodes of a file cut off inside them', () => {
    const end = text.indexOf('{"id":5') + 20;
    const profile = expectRepaired('B2 keeps whole nodes of a file cut off inside them', text.slice(0, end), { byte: end }, ['no-samples']);
    assert.deepEqual([...profile.nodes.self], [0, 0, 1000, 2000]);
  });

  it('B2 estimates times from hits when cut off inside the samples', () => {
    const end = text.indexOf('"samples":[4,') + 13;
    const profile = expectRepaired('B2 estimates times from hits when cut off inside the samples', text.slice(0, end), { byte: end }, ['no-samples']);
    assert.deepEqual([[...profile.nodes.self], profile.samples.length], [[0, 0, 1000, 2000, 1000], 0]);
  });

  it('B2 spreads the rest of the time when cut off inside the time deltas', () => {
    const end = text.indexOf('"timeDeltas":[0,1000,10') + 23;
    const profile = expectRepaired('B2 spreads the rest of the time when cut off inside the time deltas', text.slice(0, end), { byte: end });
    assert.deepEqual([...profile.samples.duration], [1000, 1000, 1000, 1000]);
  });

  it('B5 leaves out hit counts that count nothing', () => {
    const input = text.replace('"hitCount":2', '"hitCount":-3').replace('"hitCount":1', '"hitCount":2.5');
    expectRepaired('B5 leaves out hit counts that count nothing', input, { field: 'nodes[2].hitCount' });
  });

  it('B6 puts samples back in order of time', () => {
    const input = changed((profile) => { profile.timeDeltas = [500, -700, 900, -100]; });
    const profile = expectRepaired('B6 puts samples back in order of time', input, { field: 'timeDeltas[1]' });
    // Times 500, -200, 700, 600 become 500, 500, 700, 700: the total of 4000 is kept, (program) gets the first 500.
    assert.deepEqual([...profile.samples.duration], [0, 200, 0, 3300]);
    assert.deepEqual([...profile.nodes.self], [0, 0, 0, 200, 3300, 500]);
  });

  it('B6 ends with the last sample when the end time lies before it', () => {
    const profile = expectRepaired('B6 ends with the last sample when the end time lies before it', replaced('"startTime":1000', '"startTime":9000'), { field: 'endTime' });
    assert.deepEqual([profile.startTime, profile.endTime], [9000, 12_000]);
  });

  it('B6 gives no time to a recording that ends before it starts', () => {
    const input = '{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"},"hitCount":0}],"startTime":9,"endTime":1,"samples":[],"timeDeltas":[]}';
    expectRepaired('B6 gives no time to a recording that ends before it starts', input, { field: 'endTime' }, ['no-samples']);
  });

  it('B6 ends with the last sample when the end time is missing', () => {
    const profile = expectRepaired('B6 ends with the last sample when the end time is missing', replaced('"endTime":5000,', ''), { field: 'endTime' });
    assert.deepEqual([...profile.samples.duration], [1000, 1000, 1000, 0]);
  });

  it('B8 estimates times from hits without samples', () => {
    const input = changed((profile) => ({ ...profile, samples: undefined, timeDeltas: undefined }));
    const profile = expectRepaired('B8 estimates times from hits without samples', input, { field: 'samples' });
    assert.deepEqual([[...profile.nodes.self], [...profile.nodes.samples]], [[0, 0, 1000, 2000, 1000], [0, 0, 1, 2, 1]]);
  });

  it('B8 gives all time to (program) without samples and hits', () => {
    const profile = expectRepaired('B8 gives all time to (program) without samples and hits', '{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"}}],"startTime":1,"endTime":8,"samples":[],"timeDeltas":[]}', { field: 'samples' });
    assert.deepEqual([[...profile.nodes.self], profile.strings[profile.functions.name[1]]], [[0, 7], '(program)']);
  });

  it('B8 gives each sample the same time without time deltas', () => {
    const profile = expectRepaired('B8 gives each sample the same time without time deltas', changed((profile) => ({ ...profile, timeDeltas: undefined })), { field: 'timeDeltas' });
    assert.deepEqual([...profile.samples.duration], [1000, 1000, 1000, 1000]);
  });
});

describe('an unusual profile is read without a problem', () => {
  it('B3 reads a byte order mark and Windows line ends', () => {
    const pretty = JSON.stringify(drawn(), null, '\t').replaceAll('\n', '\r\n');
    assert.deepEqual([...expectData('B3 reads a byte order mark and Windows line ends', `\ufeff${pretty}\r\n`).nodes.self], [0, 0, 1000, 2000, 1000]);
  });

  it('B6 reads a recording of no duration', () => {
    const input = changed((profile) => { profile.endTime = 1000; profile.timeDeltas = [0, 0, 0, 0]; });
    assert.deepEqual([...expectData('B6 reads a recording of no duration', input).nodes.self], [0, 0, 0, 0, 0]);
  });

  it('B12 reads nodes and keys in any order', () => {
    const [root, main, parse, row, idle] = drawn().nodes.map((known) => ({ ...known, children: undefined }));
    const nodes = [{ ...row, parent: 3 }, { ...idle, parent: 1 }, { ...parse, parent: 2 }, { ...root, children: [2] }, { ...main }];
    const { samples, timeDeltas, startTime, endTime } = drawn();
    const profile = expectData('B12 reads nodes and keys in any order', JSON.stringify({ timeDeltas, endTime, samples, extra: 1, nodes, startTime }));
    const names = [...profile.nodes.func].map((func) => profile.strings[profile.functions.name[func]]);
    assert.deepEqual(names, ['(root)', '(idle)', 'main', 'parse', 'row']);
    assert.deepEqual([...profile.nodes.parent], [-1, 0, 0, 2, 3]);
    assert.deepEqual([...profile.nodes.self], [0, 1000, 0, 1000, 2000]);
  });

  it('reads what the debugger protocol answers, with the profile inside', () => {
    assert.deepEqual(expectData('B12 reads nodes and keys in any order', `{"id":1,"profile":${text},"x":[{"nodes":1}]}`).samples.length, 4);
  });
});
