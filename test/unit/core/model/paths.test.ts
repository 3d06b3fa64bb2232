import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { fileUrlToPath, isAbsolutePath, isInside, isLocalPath, normalizePath, relativePath, resolvePath } from '../../../../src/core/model/paths.ts';

const segment = fc.constantFrom('src', 'a b', 'Größe', 'x.ts', '%41', '#hash', 'q?', '..', '.', 'node_modules', '-e', '$(x)', "'");
const posixPath = fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
const windowsPath = fc.tuple(fc.constantFrom('C:', 'c:', 'D:'), fc.array(segment.filter((part) => !part.includes('?')), { maxLength: 6 })).map(([drive, parts]) => [drive, ...parts].join('\\') + (parts.length === 0 ? '\\' : ''));
/** Node keeps a trailing separator, the drive's case and, from `file:///C:/`, two separators; we don't. */
const plain = (path: string): string => path.replace(/^([a-z]):/i, (drive) => drive.toUpperCase()).replace(/(?<=[^:\\/])[\\/]$/, '').replace(/^(.:\\)\\$/, '$1');

describe('paths', () => {
  it('turns every path Node can put into a file URL back into itself, on POSIX and on Windows', () => {
    fc.assert(fc.property(posixPath, (path) => {
      const url = pathToFileURL(path, { windows: false }).href;
      assert.equal(fileUrlToPath(url, 'posix'), plain(fileURLToPath(url, { windows: false })));
    }));
    fc.assert(fc.property(windowsPath, (path) => {
      const url = pathToFileURL(path, { windows: true }).href;
      assert.equal(fileUrlToPath(url, 'win32'), plain(fileURLToPath(url, { windows: true })));
    }));
  });

  it('normalises as node:path does', () => {
    fc.assert(fc.property(posixPath, (path) => assert.equal(normalizePath(path, 'posix'), plain(posix.normalize(path)))));
    fc.assert(fc.property(windowsPath, (path) => assert.equal(normalizePath(path, 'win32'), plain(win32.normalize(path)))));
    assert.equal(normalizePath('../a/./b/..', 'posix'), '../a');
    assert.equal(normalizePath('', 'posix'), '.');
    assert.equal(normalizePath('C:/a//b/', 'win32'), 'C:\\a\\b');
    assert.equal(normalizePath('\\\\?\\c:\\a\\..\\b', 'win32'), 'C:\\b');
    assert.equal(normalizePath('\\\\?\\UNC\\server\\share\\a', 'win32'), '\\\\server\\share\\a');
  });

  it('finds the relative path node:path finds, with forward slashes', () => {
    fc.assert(fc.property(posixPath, posixPath, (from, to) => assert.equal(relativePath(from, to, 'posix'), posix.relative(from, to))));
    const sameDrive = windowsPath.map((path) => `C${path.slice(1)}`);
    fc.assert(fc.property(sameDrive, sameDrive, (from, to) => assert.equal(relativePath(from, to, 'win32'), win32.relative(from, to).replaceAll('\\', '/'))));
    assert.equal(relativePath('C:\\Work', 'c:\\work\\src\\a.ts', 'win32'), 'src/a.ts');
    assert.equal(relativePath('C:\\work', 'D:\\a.ts', 'win32'), 'D:/a.ts');
  });

  it('resolves a relative path against a folder and leaves an absolute one', () => {
    assert.equal(resolvePath('/work/dist', '../src/a.ts', 'posix'), '/work/src/a.ts');
    assert.equal(resolvePath('C:\\work\\dist', '../src/a.ts', 'win32'), 'C:\\work\\src\\a.ts');
    assert.equal(resolvePath('C:\\work', 'd:/a.ts', 'win32'), 'D:\\a.ts');
    assert.equal(resolvePath('/work', '/etc/passwd', 'posix'), '/etc/passwd');
  });

  it('knows what lies inside a folder, by whole names and on Windows whatever the case', () => {
    assert.ok(isInside('/work', '/work/src/a.ts', 'posix'));
    assert.ok(isInside('/work', '/work', 'posix'));
    assert.ok(!isInside('/work', '/workshop/a.ts', 'posix'));
    assert.ok(!isInside('/work', '/work/../etc/passwd', 'posix'));
    assert.ok(!isInside('/Work', '/work/a.ts', 'posix'));
    assert.ok(isInside('c:\\Work', 'C:\\work\\a.ts', 'win32'));
    assert.ok(!isInside('C:\\work', 'D:\\work\\a.ts', 'win32'));
    assert.ok(isInside('/', '/a', 'posix'));
  });

  it('calls only a drive with a root, UNC, or a leading slash absolute', () => {
    for (const path of ['C:\\a', 'c:/a', '\\\\server\\share\\a']) assert.ok(isAbsolutePath(path, 'win32'), path);
    for (const path of ['\\a', '/a', 'C:a', 'a', '']) assert.ok(!isAbsolutePath(path, 'win32'), path);
    assert.ok(isAbsolutePath('/a', 'posix'));
    assert.ok(!isAbsolutePath('C:\\a', 'posix'));
  });

  it('A4: refuses hosts, UNC shares, \\\\?\\ tricks and device names as local files', () => {
    const refused = ['file://host/share/a.js', 'file:////server/share/a.js', 'file:///\\\\server\\share\\a.js', 'file:///a.js', 'file:///C:/CON', 'file:///C:/a/nul.ts',
      'file:///C:/a%5Cb.js', 'file:///C:/a%2Fb.js', 'file:///C:/a%00.js', 'file:///C:/%E0%A4.js', 'file:///C:/a.js:stream', 'http://x/a.js', 'file:a.js', 'file:', ''];
    for (const url of refused) assert.equal(fileUrlToPath(url, 'win32'), null, url);
    for (const url of ['file://host/a.js', 'file:///a%2Fb.js', 'file:///a%00.js', 'https://x/a.js', 'command:x']) assert.equal(fileUrlToPath(url, 'posix'), null, url);
    for (const path of ['\\\\server\\share\\a', '\\\\.\\pipe\\x', '\\\\?\\UNC\\server\\share\\a', '\\\\?\\GLOBALROOT\\x', 'C:\\LPT1', 'C:\\com1.txt\\a']) assert.ok(!isLocalPath(path, 'win32'), path);
    assert.ok(isLocalPath('\\\\?\\C:\\a', 'win32'));
    assert.ok(isLocalPath('C:\\console\\a', 'win32'));
  });

  it('accepts localhost, one slash, odd case, queries and dot segments in a file URL', () => {
    assert.equal(fileUrlToPath('FILE://LOCALHOST/a/../b.ts?x=1#y', 'posix'), '/b.ts');
    assert.equal(fileUrlToPath('file:/a.ts', 'posix'), '/a.ts');
    assert.equal(fileUrlToPath('file:///c:/Program%20Files/a.ts', 'win32'), 'C:\\Program Files\\a.ts');
    assert.equal(fileUrlToPath('file:///C|/a.ts', 'win32'), 'C:\\a.ts');
  });
});
