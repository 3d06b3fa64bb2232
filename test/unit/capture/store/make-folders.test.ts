import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolders } from '../../../../src/capture/store/make-folders.ts';

describe('The folders above a store', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'flameline-folders-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('are made, and one that is there stays', async () => {
    const deep = join(root, 'a', 'b', 'c');
    await Promise.all([makeFolders(deep), makeFolders(deep)]);
    await makeFolders(deep);
    assert.ok(statSync(deep).isDirectory());
    if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a')).mode & 0o777, 0o700);
  });

  it('are refused where a file stands in the way', async () => {
    writeFileSync(join(root, 'file'), '');
    await assert.rejects(makeFolders(join(root, 'file', 'store')), { code: 'EEXIST' });
  });
});
