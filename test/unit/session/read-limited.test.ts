import assert from 'node:assert/strict';
import { chmodSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { readLimit, readLimited } from '../../../src/session/read-limited.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';

describe('A script or map beside a profile', () => {
  afterEach(removeProjects);
  const reasonOf = (path: string): string => {
    const read = readLimited(path);
    return read.ok ? 'it was read' : read.reason;
  };

  it('is read whole', () => {
    const root = makeProject({ 'a.js': 'work()' });
    const read = readLimited(join(root, 'a.js'));
    assert.equal(read.ok && read.bytes.toString(), 'work()');
  });

  it('is told missing, also below what is a file', () => {
    const root = makeProject({ 'a.js': '' });
    assert.deepEqual([join(root, 'b.js'), join(root, 'a.js', 'b.js')].map(reasonOf), ['it does not exist', 'it does not exist']);
  });

  it('is refused when it is a folder', () => {
    assert.equal(reasonOf(makeProject()), 'it is no file');
  });

  it('is refused one byte past the limit, and not before', () => {
    const root = makeProject({ 'a.map': '' });
    truncateSync(join(root, 'a.map'), readLimit + 1);
    assert.equal(reasonOf(join(root, 'a.map')), 'it is larger than 64 MB');
    truncateSync(join(root, 'a.map'), readLimit);
    assert.equal(reasonOf(join(root, 'a.map')), 'it was read');
  });

  it('says that access is denied, to whom it is', () => {
    const root = makeProject({ 'a.js': '' });
    chmodSync(join(root, 'a.js'), 0);
    assert.equal(reasonOf(join(root, 'a.js')), process.getuid?.() === 0 ? 'it was read' : 'access to it is denied');
  });

  it('says the system\'s code of whatever else goes wrong', () => {
    assert.equal(reasonOf('a\0b'), 'it could not be read (ERR_INVALID_ARG_VALUE)');
    assert.match(reasonOf(`/${'a'.repeat(5000)}`), /^it could not be read \(ENAMETOOLONG\)$/);
  });
});
