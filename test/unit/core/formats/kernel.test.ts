import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileKernel, kernelParts } from '../../../../scripts/compile-kernel.ts';
import { createCpuProfileReader, parseCpuProfile } from '../../../../src/core/formats/cpuprofile/index.ts';
import type { Profile } from '../../../../src/core/model/profile.ts';
import { assertSound } from './expect-outcome.ts';

interface FrameText {
  readonly name: string;
  readonly url: string;
  readonly script: number;
  readonly line: number;
}

const nodeText = (id: number, { name, url, script, line }: FrameText, rest = ''): string =>
  `{"id":${id},"callFrame":{"functionName":"${name}","scriptId":"${script}","url":"${url}","lineNumber":${line},"columnNumber":3},"hitCount":0${rest}}`;
const root = (ids: readonly number[]): string => nodeText(1, { name: '(root)', url: '', script: 0, line: -1 }, `,"children":[${ids.join(',')}]`);
const encode = (nodes: readonly string[]): Uint8Array => new TextEncoder().encode(`{"nodes":[${nodes.join(',')}],"startTime":0,"endTime":9,"samples":[1],"timeDeltas":[0]}`);

function read(nodes: readonly string[]): Profile {
  const parsed = parseCpuProfile(encode(nodes));
  assert.ok(parsed.ok);
  assertSound(parsed.value);
  return parsed.value;
}

/** `name script url line` of each node. */
function describeFrames({ nodes, functions, strings }: Profile): string[] {
  const text = (column: Int32Array, func: number): string => strings[column[func]];
  return Array.from(nodes.func, (func) => `${text(functions.name, func)} ${text(functions.scriptId, func)} ${text(functions.url, func)} ${functions.line[func]}`);
}

describe('the kernel', () => {
  it('is what kernel/ compiles to: npm run kernel', () => {
    for (const part of kernelParts) assert.equal(readFileSync(part.file, 'utf8'), compileKernel(part));
  }).timeout(120_000);

  it('finds functions again after more of them than it remembers', () => {
    const frames = Array.from({ length: 40_000 }, (_, at) => ({ name: `f${at % 20_000}`, url: `file:///${at % 7}.js`, script: at % 7, line: 5 }));
    const ids = frames.map((_, at) => at + 2);
    const profile = read([root(ids), ...frames.map((frame, at) => nodeText(at + 2, frame))]);
    const expected = frames.map(({ name, url, script, line }) => `${name} ${script} ${url} ${line + 1}`);
    assert.deepEqual(describeFrames(profile).slice(1), expected);
    assert.equal(profile.functions.length, new Set(expected).size + 1);
  });

  it('tells scripts apart whose ids end in the same bits, and urls of one script', () => {
    const frames = [1, 4097, 1, 4097].map((script, at) => ({ name: 'same', url: at < 2 ? 'file:///first.js' : 'file:///other.js', script, line: 1 }));
    const profile = read([root([2, 3, 4, 5]), ...frames.map((frame, at) => nodeText(at + 2, frame))]);
    assert.deepEqual(describeFrames(profile).slice(1), frames.map(({ url, script }) => `same ${script} ${url} 2`));
  });

  it('keeps one row a function when a node in between is not written as V8 does', () => {
    const [a, b] = [{ name: 'a', url: 'file:///a.js', script: 1, line: 1 }, { name: 'b', url: 'file:///b.js', script: 2, line: 1 }];
    const spaced = (id: number, frame: FrameText): string => nodeText(id, frame).replaceAll(':', ' :').replaceAll(' ://', '://').replace('file :', 'file:');
    const profile = read([root([2, 3, 4, 5, 6]), spaced(2, b), nodeText(3, a), nodeText(4, b), spaced(5, a), nodeText(6, a)]);
    assert.deepEqual(describeFrames(profile).slice(1), ['b', 'a', 'b', 'a', 'a'].map((name) => `${name} ${name === 'a' ? 1 : 2} file:///${name}.js 2`));
    assert.equal(profile.functions.length, 3);
  });

  it('serves two readings at once', () => {
    const bytes = ['a', 'b'].map((name) => encode([root([2]), nodeText(2, { name, url: `file:///${name}.js`, script: 1, line: 1 })]));
    const readers = bytes.map(() => createCpuProfileReader());
    for (let at = 0; at < Math.max(...bytes.map(({ length }) => length)); at += 10) readers.forEach((reader, index) => reader.push(bytes[index].slice(at, at + 10)));
    const profiles = readers.map((reader) => reader.end());
    assert.deepEqual(profiles.map((parsed) => parsed.ok && describeFrames(parsed.value)[1]), ['a 1 file:///a.js 2', 'b 1 file:///b.js 2']);
  });
});
