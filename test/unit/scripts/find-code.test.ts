import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { stripsTypes, withoutOurTools } from '../../../scripts/start/example-environment.ts';
import { findCode } from '../../../scripts/start/find-code.ts';


const having = (...files: string[]) => (file: string) => files.includes(file);

describe("finding the user's VS Code", () => {
  it('takes the first `code` on the PATH', () => {
    assert.equal(findCode({ PATH: '/usr/bin:/opt/code/bin' }, 'linux', having('/opt/code/bin/code')), '/opt/code/bin/code');
  });

  it('takes the program beside the batch file on Windows, so that no shell is needed', () => {
    const bin = 'C:\\Users\\Ann Lee\\VS Code\\bin';
    const exists = having(`${bin}\\code.cmd`, 'C:\\Users\\Ann Lee\\VS Code\\Code.exe');
    assert.equal(findCode({ Path: `C:\\Windows;${bin}` }, 'win32', exists), 'C:\\Users\\Ann Lee\\VS Code\\Code.exe');
  });

  it('finds nothing without one', () => {
    assert.equal(findCode({ PATH: '/usr/bin' }, 'linux', having()), undefined);
    assert.equal(findCode({}, 'linux', having('/code')), undefined);
  });
});

describe('the environment of the examples', () => {
  it("has the user's PATH without what npm puts in front", () => {
    const folders = ['/p/node_modules/.bin', '/usr/bin', '/node_modules/.bin', '/home/a/bin'];
    assert.equal(withoutOurTools(folders.join(delimiter)), ['/usr/bin', '/home/a/bin'].join(delimiter));
  });

  it('needs another Node where the own one does not run TypeScript', () => {
    const versions = ['', 'v18.20.8', 'v20.20.2', 'v22.17.1', 'v22.18.0', 'v23.5.0', 'v23.6.0', 'v24.0.0', 'v26.1.0'];
    assert.deepEqual(versions.filter(stripsTypes), ['v22.18.0', 'v23.6.0', 'v24.0.0', 'v26.1.0']);
  });
});
