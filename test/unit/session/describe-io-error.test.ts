import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeIoError } from '../../../src/session/describe-io-error.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';

describe('Why the system gives no file', () => {
  afterEach(removeProjects);
  const said = (path: string): Promise<string> => readFile(path).then(() => 'it was read', describeIoError);

  it('is that there is none, also below a file', async () => {
    const root = makeProject({ 'a.txt': '' });
    assert.deepEqual([await said(join(root, 'b.txt')), await said(join(root, 'a.txt', 'b.txt'))], ['It does not exist', 'It does not exist']);
  });

  it('is that it is a folder', async () => {
    assert.equal(await said(makeProject()), 'It is a folder');
  });

  it('is that it must not be read', () => {
    for (const code of ['EACCES', 'EPERM']) assert.equal(describeIoError(Object.assign(new Error('x'), { code })), 'Access to it is denied');
  });

  it('is the system\'s code where nobody has words for it, never its path', () => {
    assert.equal(describeIoError(Object.assign(new Error("EIO: i/o error, read '/secret'"), { code: 'EIO' })), 'It could not be read (EIO)');
    for (const error of [new Error('/secret'), 'text', null, Object.assign(new Error('x'), { code: 7 })]) assert.equal(describeIoError(error), 'It could not be read (unknown error)');
  });
});
