import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProfileFile, type ReadChunk } from '../../../src/session/read-profile-file.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';

describe('readProfileFile', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-read-'));
    file = join(folder, 'a.cpuprofile');
    writeFileSync(file, JSON.stringify(drawProfile('main  main')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads as usual, and does something else once the reading has begun. */
  const meanwhile = (act: () => void): ReadChunk => {
    let begun = false;
    return (open, chunk) => {
      const count = readSync(open, chunk);
      if (!begun) act();
      begun = true;
      return count;
    };
  };
  const problem = async (path: string, readChunk?: ReadChunk): Promise<unknown> => {
    const read = await readProfileFile(path, readChunk);
    return read.ok ? 'it was read' : read.problem;
  };

  it('reads a file in whatever pieces it comes', async () => {
    const read = await readProfileFile(file, (open, chunk) => readSync(open, chunk, 0, 7, null));
    assert.ok(read.ok && read.value[0].profile.samples.length === 2);
  });

  it('B16 says that a file changed while it was read', async () => {
    const expected = { code: 'changed-while-reading', message: 'The file changed while it was read; open it again when it is complete', file };
    assert.deepEqual(await problem(file, meanwhile(() => appendFileSync(file, ' '))), expected);
  });

  it('B16 says that a file was deleted while it was read', async () => {
    assert.deepEqual(await problem(file, meanwhile(() => rmSync(file))), { code: 'changed-while-reading', message: 'The file was deleted while it was read', file });
  });

  it('says what is there instead of a file, and never waits for a pipe', async () => {
    assert.deepEqual(await problem(folder), { code: 'unreadable', message: 'It is a folder', file: folder });
    assert.deepEqual(await problem(join(folder, 'none')), { code: 'unreadable', message: 'It does not exist', file: join(folder, 'none') });
  });
});
