import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseLoader } from '../../../../src/capture/launch/loader.ts';
import { readModuleFacts as readFacts } from '../../../../src/session/module-facts.ts';

const tsx = { 'node_modules/tsx/package.json': '{}', 'node_modules/tsx/dist/loader.mjs': '', 'node_modules/tsx/dist/cjs/index.cjs': '' };
const esbuildRegister = { 'node_modules/esbuild-register/package.json': '{}', 'node_modules/esbuild-register/register.js': '' };

describe('chooseLoader', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'flameline loader ')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes a project and answers how its `main` runs: the loader and its options, or the sentence that refuses. */
  const choose = async (files: Readonly<Record<string, string>>, nodeVersion = 'v24.21.0', main = Object.keys(files)[0]): Promise<string> => {
    for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const choice = await chooseLoader({ file: join(folder, main), nodeVersion, cwd: folder, readFacts });
    return choice.ok ? [choice.loader, ...choice.args].join(' ') : choice.problem.message;
  };

  it('runs JavaScript as it is, on every Node', async () => {
    for (const name of ['main.js', 'main.mjs', 'main.cjs', 'main']) assert.equal(await choose({ [name]: '' }, 'v18.20.0', name), 'none');
  });

  it('runs TypeScript by type stripping from 22.6 on, with the option where it is not the default', async () => {
    const versions = { '26.0.0': 'native', '24.0.0': 'native', '23.6.0': 'native', '23.5.0': 'native --experimental-strip-types', '22.18.0': 'native', '22.17.1': 'native --experimental-strip-types', '22.6.0': 'native --experimental-strip-types' };
    for (const [version, expected] of Object.entries(versions)) assert.equal(await choose({ 'main.ts': 'const a: number = 1;' }, `v${version}`), expected, version);
    assert.equal(await choose({ 'main.ts': '' }, 'v22.5.0'), "Node 22 can't run TypeScript by itself; install a loader: npm install --save-dev tsx");
  });

  it('prefers stripping to the project\'s loader as long as every file it reaches allows it', async () => {
    const files = { 'main.ts': "import { a } from './lib/a.ts'; import 'pg'; import { join } from 'node:path'; a(join);", 'lib/a.ts': 'export const a = (b: unknown) => b;', 'node_modules/pg/package.json': '{}', ...tsx };
    assert.equal(await choose(files), 'native');
    assert.equal(await choose({ ...files, 'lib/a.ts': 'export enum a {}' }), `tsx --import ${pathToFileURL(join(folder, 'node_modules/tsx/dist/loader.mjs')).href}`);
  });

  it('says which file and which construct need a loader, and which one to install', async () => {
    assert.equal(await choose({ 'main.ts': "import './lib/kind.ts';", 'lib/kind.ts': 'export enum Kind {}' }), `\`${join('lib', 'kind.ts')}\` uses an enum, so Node 24 can't run this file by itself; install a loader: npm install --save-dev tsx`);
    assert.match(await choose({ 'view.tsx': 'export const a = 1;' }), /^`view.tsx` is JSX, so Node 24/);
  });

  it('finds what Node would not resolve: names without their ending, aliases, JSON without its type, types imported as values', async () => {
    assert.match(await choose({ 'main.ts': "import { a } from './a';", 'a.ts': '' }), /imports `\.\/a`, which is not the whole name of a file/);
    assert.match(await choose({ 'main.ts': "import { a } from './a.js';", 'a.ts': '' }), /imports `\.\/a\.js`, which is not the whole name/);
    assert.match(await choose({ 'main.ts': "import { a } from '@/a';" }), /imports `@\/a`, which is no package/);
    assert.match(await choose({ 'main.ts': "import a from './a.json';", 'a.json': '{}' }), /imports `\.\/a\.json` without `with/);
    assert.match(await choose({ 'main.ts': "import { Row } from './a.ts'; const b: Row = 1;", 'a.ts': 'export type Row = number;' }), /imports the type `Row` without `type`/);
    assert.match(await choose({ 'main.cts': "import { join } from 'node:path';" }), /uses `import` or `export` in a CommonJS file/);
  });

  it('resolves as Node does where stripping works: queries, file URLs, require endings, a package\'s own name, # imports', async () => {
    const text = "import './a.ts?x=1'; import '#b'; import 'self/c'; const d = require('./d'); const e = require('./e');";
    assert.equal(await choose({ 'main.ts': text, 'package.json': '{ "name": "self" }', 'a.ts': '', 'd.js': '', 'e/index.js': '' }), 'native');
  });

  it('follows cycles once and JavaScript between TypeScript files', async () => {
    assert.equal(await choose({ 'main.ts': "import './a.js';", 'a.js': "import './main.ts'; import './b.ts';", 'b.ts': 'enum A {}', ...tsx }), `tsx --import ${pathToFileURL(join(folder, 'node_modules/tsx/dist/loader.mjs')).href}`);
  });

  it('lets a doubt decide only when there is a loader', async () => {
    const main = { 'main.ts': "import { Client } from 'pg'; const a: Client | null = null;", 'node_modules/pg/package.json': '{}' };
    assert.equal(await choose(main), 'native');
    assert.match(await choose({ ...main, ...tsx }), /^tsx /);
  });

  it('passes each loader the way its Node and the module system need', async () => {
    const at = (name: string): string => join(folder, 'node_modules', name);
    const enumFile = { 'main.ts': 'enum A {}' };
    assert.equal(await choose({ ...enumFile, ...tsx }, '18.18.0'), `tsx --require ${at('tsx/dist/cjs/index.cjs')}`);
    rmSync(at('tsx'), { recursive: true });
    assert.equal(await choose({ ...enumFile, ...esbuildRegister }, '20.20.0'), `esbuild-register --require ${at('esbuild-register/register.js')}`);
    assert.match(await choose({ ...enumFile, 'package.json': '{ "type": "module" }' }, '20.20.0'), /^Node 20 can't run TypeScript by itself \(esbuild-register of this project can't run ES modules\)/);
    assert.equal(await choose({ 'main.cts': 'enum A {}' }, '24.0.0'), `esbuild-register --require ${at('esbuild-register/register.js')}`);
    await choose({ 'node_modules/@swc-node/register/package.json': '{}', 'node_modules/@swc-node/register/index.js': '', 'node_modules/@swc-node/register/esm/esm-register.mjs': '' }, '24.0.0');
    assert.equal(await choose(enumFile, '24.0.0'), `swc --require ${at('@swc-node/register/index.js')}`);
    assert.equal(await choose({ 'main.mts': 'enum A {}' }, '24.0.0'), `swc --import ${pathToFileURL(at('@swc-node/register/esm/esm-register.mjs')).href}`);
    await choose({ 'node_modules/ts-node/package.json': '{}', 'node_modules/ts-node/register/index.js': '', 'node_modules/ts-node/esm.mjs': '' }, '24.0.0');
    assert.equal(await choose(enumFile, '24.0.0'), `ts-node --require ${at('ts-node/register/index.js')}`);
    assert.equal(await choose({ 'main.mts': 'enum A {}' }, '24.0.0'), `ts-node --loader ${pathToFileURL(at('ts-node/esm.mjs')).href}`);
  });
});
