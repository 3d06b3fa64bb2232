import type { Random } from './random.ts';

/** Pieces that mean something to some format. */
const dictionary = [
  '{', '}', '[', ']', ':', ',', '"', '\\', 'null', 'true', '-1', '0', '1', '1.5', '1e999', '9007199254740993', '2147483648', '4294967296', 'NaN', '[]', '{}', '[[', '"__proto__":', '"\\ud800"', '\\u0000',
  '"nodes":[', '"samples":[', '"timeDeltas":[', '"children":[', '"parent":1', '"id":1,', '"head":{', '"callFrame":{', '"selfSize":', '"profile":{', '"traceEvents":[', '"name":"ProfileChunk",', '"ph":"X",', '"ph":"B",', '"ph":"E",',
  '"shared":{"frames":[', '"profiles":[', '"type":"evented",', '"type":"O",', '"frame":', '"at":', '"unit":"bytes",', '"weights":[', ';', ' 1\n', '\n', '\r\n', ' (a.js:1:2)', '\ufeff', '\0', '\u001f\u008b', '\n\u0004\u0008\u0001\u0010\u0002', '\u0012\u0002', '\u0080\u0080\u0080\u0080',
].map((text) => Uint8Array.from(text, (character) => (character.charCodeAt(0) > 0xff ? 0x3f : character.charCodeAt(0))));

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array => {
  const rest = bytes.subarray(at + remove);
  const changed = new Uint8Array(at + insert.length + rest.length);
  changed.set(bytes.subarray(0, at));
  changed.set(insert, at);
  changed.set(rest, at + insert.length);
  return changed;
};
const none = new Uint8Array(0);

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const span = (bytes: Uint8Array, random: Random): readonly [at: number, length: number] => {
  const at = random.below(bytes.length + 1);
  return [at, Math.min(random.below(1 << random.below(9)), bytes.length - at)];
};

const changes: readonly Change[] = [
  (bytes, random) => {
    const changed = bytes.slice();
    if (bytes.length > 0) changed[random.below(bytes.length)] ^= 1 << random.below(8);
    return changed;
  },
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), random.below(2), Uint8Array.of(random.below(256))),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 0, random.pick(dictionary)),
  (bytes, random) => {
    const [at, length] = span(bytes, random);
    return splice(bytes, at, length, random.pick(dictionary));
  },
  (bytes, random) => {
    const [at, length] = span(bytes, random);
    return splice(bytes, at, length, none);
  },
  (bytes, random) => {
    const [at, length] = span(bytes, random);
    return splice(bytes, random.below(bytes.length + 1), 0, bytes.subarray(at, at + length));
  },
  (bytes, random, other) => {
    const [at, length] = span(bytes, random);
    const [from, count] = span(other, random);
    return splice(bytes, at, length, other.subarray(from, from + count));
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
];

/** Longer inputs are cut: the fuzzer looks for many small ones. */
const longest = 1 << 16;

/** One to four changes of some bytes; `other` is another input to borrow from. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let changed = bytes;
  for (let count = 1 + random.below(4); count > 0; count--) changed = random.pick(changes)(changed, random, other);
  return changed.subarray(0, longest);
}
