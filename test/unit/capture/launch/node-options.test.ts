import assert from 'node:assert/strict';
import { addPreload, hasPermissionModel } from '../../../../src/capture/launch/node-options.ts';

describe('NODE_OPTIONS for the program', () => {
  it('quotes a path with spaces', () => {
    assert.equal(addPreload(undefined, '/a b/probe.cjs'), '--require "/a b/probe.cjs"');
  });

  it('writes a Windows path with forward slashes: a backslash would be an escape', () => {
    assert.equal(addPreload('', 'C:\\Program Files\\Flameline\\probe.cjs'), '--require "C:/Program Files/Flameline/probe.cjs"');
  });

  it('escapes quotes and backslashes elsewhere', () => {
    assert.equal(addPreload('', '/a "b"\\c/probe.cjs'), '--require "/a \\"b\\"\\\\c/probe.cjs"');
  });

  it('C5 keeps what was there, in front', () => {
    assert.equal(addPreload(' --inspect --require ./mine.js ', '/p.cjs'), '--inspect --require ./mine.js --require "/p.cjs"');
  });

  it('sees the permission model only as a whole option', () => {
    assert.deepEqual(['--permission', '--a --experimental-permission', '--permission-x', undefined].map(hasPermissionModel), [true, true, false, false]);
  });
});
