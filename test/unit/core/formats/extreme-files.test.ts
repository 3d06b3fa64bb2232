import assert from 'node:assert/strict';
import { createCpuProfileReader } from '../../../../src/core/formats/cpuprofile/index.ts';
import { assertSound, expectData } from './expect-outcome.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const frame = '"callFrame":{"functionName":"f","scriptId":"1","url":"file:///a.js","lineNumber":0,"columnNumber":0},"hitCount":0';
const times = (samples: string, deltas: string): string => `"startTime":0,"endTime":9,"samples":[${samples}],"timeDeltas":[${deltas}]`;

describe('an extreme profile', function () {
  this.timeout(120_000);

  it('B9 reads a chain of 1,000,000 calls', () => {
    const length = 1_000_000;
    const nodes = Array.from({ length }, (_, index) => `{"id":${index + 1},${frame}${index + 1 < length ? `,"children":[${index + 2}]` : ''}}`);
    const profile = expectData('B9 reads a chain of 1,000,000 calls', `{"nodes":[${nodes.join(',')}],${times(String(length), '0')}}`);
    assert.equal(profile.nodes.parent[length - 1], length - 2);
  });

  it('B9 reads a chain of 1,000,000 calls listed from its end', () => {
    const length = 1_000_000;
    const nodes = Array.from({ length }, (_, index) => `{"id":${length - index},${frame}${index > 0 ? `,"children":[${length - index + 1}]` : ''}}`);
    const profile = expectData('B9 reads a chain of 1,000,000 calls', `{"nodes":[${nodes.join(',')}],${times(String(length), '0')}}`);
    assert.equal(profile.nodes.self[length - 1], 9);
  });

  it('B9 steps over 1,000,000 nested brackets', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expectData('B9 steps over 1,000,000 nested brackets', `{"deep":${deep},"nodes":[{"deep":${deep},"id":1,${frame}}],${times('1', '0')}}`);
  });

  it('B10 reads a node with 1,000,000 children', () => {
    const length = 1_000_000;
    const ids = Array.from({ length }, (_, index) => index + 2);
    const nodes = ids.map((id) => `{"id":${id},${frame}}`);
    const profile = expectData('B10 reads a node with 1,000,000 children', `{"nodes":[{"id":1,${frame},"children":[${ids.join(',')}]},${nodes.join(',')}],${times('2', '0')}}`);
    assert.equal(profile.nodes.length, length + 1);
  });

  it('B10 reads 10,000,000 samples', () => {
    const reader = createCpuProfileReader();
    const [blocks, block] = [100, 100_000];
    reader.push(encode(`{"nodes":[{"id":1,${frame}}],"startTime":0,"endTime":1000000107,"samples":[1`));
    const samples = encode(',1'.repeat(block));
    for (let index = 0; index < blocks; index++) reader.push(samples);
    reader.push(encode('],"timeDeltas":[7'));
    const deltas = encode(',100'.repeat(block));
    for (let index = 0; index < blocks; index++) reader.push(deltas);
    reader.push(encode(']}'));
    const read = reader.end();
    assert.ok(read.ok && read.problems.length === 0);
    assert.equal(read.value.samples.length, blocks * block + 1);
    assert.equal(read.value.nodes.self[0], 1_000_000_100);
  });

  it('B11 reads on where a string would end', () => {
    const reader = createCpuProfileReader();
    const filler = encode(`"${'x'.repeat(1 << 20)}",`);
    reader.push(encode('{"filler":['));
    for (let index = 0; index < 520; index++) reader.push(filler);
    reader.push(encode(`0],"nodes":[{"id":1,${frame}}],${times('1', '0')}}`));
    const read = reader.end();
    assert.ok(read.ok && read.problems.length === 0);
    assertSound(read.value);
  });
});
