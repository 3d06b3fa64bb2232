import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findNode } from '../../../../src/capture/launch/find-node.ts';
import { findOnPath } from '../../../../src/capture/launch/find-on-path.ts';
import { findManagedNode, readAskedVersion } from '../../../../src/capture/launch/managed-node.ts';

describe('Finding the user\'s Node', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'flameline-node-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** A program that answers every call with this line. */
  const fake = (path: string, answer: string): string => {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho '${answer}'\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const find = (explicit?: string, env = {}) => findNode({ explicit, cwd: home, env });
  const refusal = async (explicit?: string, env = {}) => {
    const choice = await find(explicit, env);
    return choice.ok ? choice.node : [choice.problem.code, choice.problem.message];
  };

  it('takes the chosen one and asks it for its version', async () => {
    const path = fake('chosen/node', 'v24.1.0');
    assert.deepEqual(await find(path), { ok: true, node: { path, version: 'v24.1.0' } });
  });

  it('C6 passes over relative entries, `.` and node_modules on PATH', () => {
    const entries = ['.', 'bin', join(home, 'node_modules', '.bin'), join(home, 'real')];
    fake('node_modules/.bin/node', 'v1.0.0');
    const real = fake('real/node', 'v24.1.0');
    assert.equal(findOnPath('node', { Path: entries.join(delimiter) }), real);
  });

  it('F7 says that none was found', async () => {
    assert.deepEqual(await refusal(undefined, { PATH: home }), ['no-node', 'No Node.js was found on PATH; install Node.js 18 or newer, or set its path']);
  });

  it('F7 says that there is none at the chosen path', async () => {
    assert.deepEqual(await refusal(join(home, 'nothing')), ['no-node', 'There is no Node.js at this path']);
  });

  it('F7 says that it is too old', async () => {
    assert.deepEqual(await refusal(fake('old/node', 'v16.20.2')), ['old-node', 'Node.js 16.20.2 is too old to be profiled; use 18 or newer']);
  });

  it('F7 says that it is no Node', async () => {
    assert.deepEqual(await refusal(fake('other/node', 'hello')), ['not-node', 'This program does not answer like Node.js']);
  });

  it('refuses a relative path', async () => {
    assert.deepEqual(await refusal('./node'), ['node-not-absolute', 'The path of Node must be absolute']);
  });

  it('reads the version a project asks for from the nearest file, whatever its manager', () => {
    const inner = join(home, 'inner');
    mkdirSync(inner);
    writeFileSync(join(home, '.nvmrc'), 'v20\n');
    assert.equal(readAskedVersion(inner), '20');
    writeFileSync(join(inner, 'package.json'), '{"volta":{"node":"22.5.1"}}');
    assert.equal(readAskedVersion(inner), '22.5.1');
    writeFileSync(join(inner, '.tool-versions'), 'ruby 3.1\nnodejs 24.1.0\n');
    assert.equal(readAskedVersion(inner), '24.1.0');
    writeFileSync(join(inner, '.node-version'), '18.20');
    assert.equal(readAskedVersion(inner), '18.20');
    writeFileSync(join(inner, '.nvmrc'), '../../evil');
    assert.equal(readAskedVersion(inner), '18.20');
  });

  for (const [manager, folder, env] of [
    ['nvm', '.nvm/versions/node/v20.9.0/bin', {}],
    ['fnm', 'data/fnm/node-versions/v20.9.0/installation/bin', { XDG_DATA_HOME: 'data' }],
    ['volta', '.volta/tools/image/node/20.9.0/bin', {}],
    ['asdf', '.asdf/installs/nodejs/20.9.0/bin', {}],
    ['mise', '.local/share/mise/installs/node/20.9.0/bin', {}],
  ] as const) {
    it(`takes the newest that fits from ${manager}`, () => {
      const places = { home, platform: 'linux' as const, env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, join(home, value)])) };
      const newest = fake(`${folder}/node`, '');
      fake(`${folder.replace('20.9.0', '20.10.0')}/other`, '');
      fake(`${folder.replace('20.9.0', '20.8.0')}/node`, '');
      fake(`${folder.replace('20.9.0', '21.0.0')}/node`, '');
      assert.equal(findManagedNode('20', places), newest);
      assert.equal(findManagedNode('2', places), null);
    });
  }
});
