import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { findCode } from '../../../scripts/start/find-code.ts';
import { withoutOurTools } from '../../../scripts/start/without-our-tools.ts';

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

describe("the environment of the user's terminals", () => {
  it("has the user's PATH without what npm puts in front", () => {
    const folders = ['/p/node_modules/.bin', '/usr/bin', '/node_modules/.bin', '/home/a/bin'];
    assert.deepEqual(withoutOurTools({ PATH: folders.join(delimiter), A: '1' }), { PATH: ['/usr/bin', '/home/a/bin'].join(delimiter), A: '1' });
  });
});
