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

  const places = (platform: NodeJS.Platform, env: Readonly<Record<string, string>> = {}) => ({ home, platform, env });

  it('takes the newest by number, not by letter, with or without a v', () => {
    for (const version of ['v20.9.0', 'v20.10.1', 'v20.10.0']) fake(`.nvm/versions/node/${version}/bin/node`, '');
    assert.equal(findManagedNode('20', places('linux')), join(home, '.nvm/versions/node/v20.10.1/bin/node'));
    assert.equal(findManagedNode('20.9', places('linux')), join(home, '.nvm/versions/node/v20.9.0/bin/node'));
    assert.equal(findManagedNode('20.1', places('linux')), null);
  });

  it('passes over folders that are no version, and versions without a binary', () => {
    for (const version of ['v20', 'lts', '20.9.0-nightly', '../20.9.0']) fake(`.nvm/versions/node/${version}/bin/node`, '');
    mkdirSync(join(home, '.nvm/versions/node/v20.9.0/bin/node'), { recursive: true });
    assert.equal(findManagedNode('20', places('linux')), null);
  });

  it('looks on Windows for node.exe beside nvm-windows\' versions', () => {
    const inHome = fake('AppData/Roaming/nvm/v20.9.0/node.exe', '');
    assert.equal(findManagedNode('20.9.0', places('win32')), inHome);
    const set = fake('nvm/v20.9.0/node.exe', '');
    assert.equal(findManagedNode('20.9.0', places('win32', { NVM_HOME: join(home, 'nvm') })), set);
  });

  it('looks where the manager was told to keep its versions, not in its usual place', () => {
    fake('.nodenv/versions/20.9.0/bin/node', '');
    const moved = fake('moved/versions/20.9.0/bin/node', '');
    assert.equal(findManagedNode('20', places('linux', { NODENV_ROOT: join(home, 'moved') })), moved);
    assert.equal(findManagedNode('20', places('linux', { NODENV_ROOT: join(home, 'empty') })), null);
  });

  it('reads no version from names, ranges, or what is no text', () => {
    for (const text of ['lts/*', 'node', '>=20', '20.x', '20.1.2.3', '', 'v', '20 21']) {
      writeFileSync(join(home, '.nvmrc'), text);
      assert.equal(readAskedVersion(home), null, text);
    }
    rmSync(join(home, '.nvmrc'));
    for (const text of ['{', 'null', '[]', '{"volta":null}', '{"volta":{"node":20}}', '{"volta":{}}', '7']) {
      writeFileSync(join(home, 'package.json'), text);
      assert.equal(readAskedVersion(home), null, text);
    }
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
