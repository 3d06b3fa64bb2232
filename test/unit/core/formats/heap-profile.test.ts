import assert from 'node:assert/strict';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import { printTree } from '../../../helpers/profile-fixture.ts';

const frame = (functionName: string, lineNumber = 0): object => ({ functionName, scriptId: '7', url: 'file:///a.js', lineNumber, columnNumber: 4 });
const heap = {
  head: { callFrame: frame('(root)', -1), selfSize: 0, id: 1, children: [
    { children: [{ callFrame: frame('row', 11), selfSize: 3000, id: 3, children: [] }], callFrame: frame('parse', 1), selfSize: 1000, id: 2 },
  ] },
  samples: [{ size: 1, nodeId: 3, ordinal: 1 }, { size: 1, nodeId: 3, ordinal: 2 }, { size: 1, nodeId: 2, ordinal: 3 }, { size: 1, nodeId: 99, ordinal: 4 }],
};
const read = (document: unknown) => parseProfiles(new TextEncoder().encode(JSON.stringify(document)));

describe('a heap profile', () => {
  it('counts bytes where they were allocated, keys in any order', () => {
    const result = read(heap);
    assert.ok(result.ok);
    const [{ profile }] = result.value;
    assert.equal(printTree(profile), ['- (root) (total: 4, self: 0)', '  - parse (total: 4, self: 1)', '    - row (total: 3, self: 3)'].join('\n'));
    assert.deepEqual([[...profile.nodes.samples], profile.unit, profile.samples.length, profile.endTime], [[0, 1, 2], 'bytes', 0, 0]);
    assert.deepEqual([...profile.nodes.func].map((func) => profile.functions.line[func]), [0, 2, 12]);
  });

  it('is shown as far as it is whole', () => {
    const text = JSON.stringify(heap);
    const cut = new TextEncoder().encode(text.slice(0, text.indexOf('"selfSize":1000') + 15));
    const result = parseProfiles(cut);
    assert.ok(result.ok);
    assert.deepEqual(result.problems, [{ code: 'truncated', message: 'The file is cut off; what is whole is shown', byte: cut.length }]);
    assert.deepEqual([...result.value[0].profile.nodes.self], [0, 0, 3000]);
  });
});
