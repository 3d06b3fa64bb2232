import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ReadProfiles } from '../../../src/core/formats/format-reader.ts';
import { describeProblem } from '../../../src/core/report/describe-run.ts';
import { readProfileFile } from '../../../src/session/read-profile-file.ts';
import { unzip, unzipLimits } from '../../../src/session/unzip.ts';
import { faultRow, withoutNumbers } from '../../helpers/fault-rows.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';

const text = JSON.stringify(drawProfile('main  main\nparse'));

describe('a compressed file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-gzip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (bytes: Uint8Array): Promise<ReadProfiles> => {
    const file = join(folder, 'a.gz');
    writeFileSync(file, bytes);
    return readProfileFile(file);
  };
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const result = await read(bytes);
    return result.ok ? 'it was read' : describeProblem({ ...result.problem, file: '' }, (path) => path);
  };

  it('is read like a plain one', async () => {
    const result = await read(gzipSync(text));
    assert.ok(result.ok && result.value[0].profile.samples.length === 2);
  });

  it('B13 reads members one after the other as one file', async () => {
    const half = Math.floor(text.length / 2);
    const result = await read(Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))]));
    assert.ok(result.ok && result.value[0].profile.samples.length === 2);
  });

  it('B13 shows what is whole of a compressed file that is cut off', async () => {
    const stacks = Array.from({ length: 20_000 }, (_, index) => `main;f${index} 1\n`).join('');
    const packed = gzipSync(stacks);
    const result = await read(packed.subarray(0, packed.length - 9));
    assert.ok(result.ok);
    assert.deepEqual(result.problems.map(({ message }) => message), [faultRow('B13 shows what is whole of a compressed file that is cut off').message]);
  });

  it('B13 refuses damaged compressed data', async () => {
    const packed = gzipSync(text);
    packed.fill(0xff, 12, 24);
    assert.equal(withoutNumbers(await refusal(packed)), faultRow('B13 refuses damaged compressed data').message);
  });

  it('B13 refuses gzip inside gzip', async () => {
    assert.equal(await refusal(gzipSync(gzipSync(text))), `${faultRow('B13 refuses gzip inside gzip').message} (byte 0)`);
  });

  it('B13 stops at the beginning of a gzip bomb', async () => {
    let taken = 0;
    const problem = await unzip([gzipSync(new Uint8Array(80 << 20))], (piece) => { taken += piece.length; });
    assert.equal(withoutNumbers(problem?.message ?? ''), withoutNumbers(faultRow('B13 stops at the beginning of a gzip bomb').message));
    assert.ok(problem?.message.endsWith(`byte ${taken} of what is unpacked`), 'the byte is the first one that was not taken');
    assert.ok(taken >= unzipLimits.free && taken <= unzipLimits.free + (1 << 20), `${taken} bytes were taken`);
  });

  it('B13 stops at the size limit', async () => {
    const problem = await unzip([gzipSync(new Uint8Array(9 << 20))], () => undefined, { ...unzipLimits, bytes: 8 << 20 });
    assert.equal(problem?.message.replace('8', 'N'), faultRow('B13 stops at the size limit').message);
  });
});
