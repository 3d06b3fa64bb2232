import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DamagedData, decodeData } from '../../../../src/core/callgraph/decode-facts.ts';
import { encodeData } from '../../../../src/core/callgraph/encode-facts.ts';
import { extractFacts } from '../../../../src/core/callgraph/extract-facts.ts';
import { noteReaders } from '../../../../src/core/rules/all-rules.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constantFrom(null, undefined), tie('list'), tie('map'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 5 }),
  map: fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 5, noNullPrototype: true }),
})).value;

describe('facts as bytes', () => {
  it('come back as they were, whatever they hold', () => {
    fc.assert(fc.property(plain, (value) => assert.deepEqual(decodeData(encodeData(value)), value)), { numRuns: 500, examples: [[-0]] });
  });

  it('of a real file come back as they were', async () => {
    const text = `import { PrismaClient } from '@prisma/client';\nexport class A<T> extends B implements C { static x = 1; constructor(private db: PrismaClient) {} async all(ids: string[]) { for (const id of ids) await this.db.user.findMany({ where: { id } }); } }`;
    const extraction = extractFacts(await loadParser(), 'a.ts', text, noteReaders);
    assert.ok(extraction.ok);
    assert.deepEqual(decodeData(encodeData(extraction)), extraction);
  });

  it('name a value once that is held twice', () => {
    const shared = { kind: 'binding', id: 4 };
    const back = decodeData(encodeData([shared, { of: shared }]));
    assert.ok(Array.isArray(back));
    assert.equal(back[0], back[1].of);
  });

  it('are refused or read as something else when any byte of them changed, and never hang or reach outside', () => {
    const whole = encodeData({ names: new Map([['a', [1, 2, { deep: ['x', -3, 1.5] }]]]), other: [null, undefined, true] });
    fc.assert(fc.property(fc.nat(whole.bytes.length - 1), fc.nat(255), fc.nat(whole.bytes.length), (at, byte, length) => {
      const bytes = whole.bytes.slice(0, length);
      if (at < length) bytes[at] = byte;
      try {
        decodeData({ ...whole, bytes });
      } catch (error) {
        assert.ok(error instanceof DamagedData, String(error));
      }
    }), { numRuns: 2000 });
  });

  it('with fields that no facts have are refused', () => {
    for (const name of ['__proto__', '', 'a b']) assert.throws(() => decodeData({ strings: ['x'], shapes: [[name]], bytes: Uint8Array.of(2, 1, 4) }), DamagedData, name);
    assert.deepEqual(decodeData({ strings: ['x'], shapes: [['name']], bytes: Uint8Array.of(2, 1, 4) }), { name: 'x' });
  });

  it('of code without end are a RangeError for who wrote them', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    assert.throws(() => encodeData(circle), RangeError);
  });
});
