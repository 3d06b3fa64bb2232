import assert from 'node:assert/strict';
import { pathStyleOf } from '../../../../src/core/sourcemap/path-style-of.ts';
import { smallProfile } from './small-profile.ts';

describe('The platform a profile was recorded on', () => {
  const styleOf = (...urls: string[]): string => pathStyleOf(smallProfile(urls.map((url) => ({ name: 'f', url, scriptId: '1', line: 1, column: 1 }))));

  it('is Windows by a drive, in a URL or a path, with either slash', () => {
    for (const url of ['file:///C:/a.js', 'C:\\a.js', 'c:/a.js', 'FILE:///d:/a.js']) assert.equal(styleOf(url), 'win32', url);
  });

  it('is POSIX by a path from the root', () => {
    for (const url of ['file:///a.js', '/a.js']) assert.equal(styleOf(url, 'C:\\later.js'), 'posix', url);
  });

  it('is told by the first script on a disk, not by Node\'s own or the web\'s', () => {
    assert.equal(styleOf('node:fs', 'https://example.org/C:/a.js', 'evalmachine.<anonymous>', 'C:\\a.js', '/a.js'), 'win32');
  });

  it('is POSIX when nothing tells', () => {
    assert.equal(styleOf('node:fs', ''), 'posix');
    assert.equal(styleOf(), 'posix');
  });
});
