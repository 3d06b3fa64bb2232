import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

describe('what an import stands for', () => {
  it('is what the file exports under that name', () => {
    assert.equal(linked({ 'main.ts': "import { load } from './a'; const found = load;", 'a.ts': 'export function load() {}' }), 'function load');
  });

  it('follows a re-export under another name', () => {
    assert.equal(linked({ 'main.ts': "import { get } from './index'; const found = get;", 'index.ts': "export { load as get } from './a';", 'a.ts': 'export const load = () => 1;' }), 'function load');
  });

  it('looks through `export *`, and not past a name of its own', () => {
    const files = { 'main.ts': "import { load } from './index'; const found = load;", 'a.ts': 'export function load() {}', 'b.ts': 'export class load {}' };
    assert.equal(linked({ ...files, 'index.ts': "export * from './a';" }), 'function load');
    assert.equal(linked({ ...files, 'index.ts': "export * from './a'; export { load } from './b';" }), 'class load');
  });

  it('ends when files export each other in a circle', () => {
    assert.equal(linked({ 'main.ts': "import { load } from './a'; const found = load;", 'a.ts': "export * from './b';", 'b.ts': "export * from './a';" }), '?');
  });

  it('is a name of a package where no file of the project is meant', () => {
    assert.equal(linked({ 'main.ts': "import { Pool } from 'pg'; const found = Pool;" }), 'pg:Pool');
    assert.equal(linked({ 'main.ts': "import * as fs from 'fs'; const found = fs.promises;" }), 'fs:promises');
  });

  it('is the whole module for a namespace and for require', () => {
    assert.equal(linked({ 'main.ts': "import * as a from './a'; const found = a.load;", 'a.ts': 'export const load = () => 1;' }), 'function load');
    assert.equal(linked({ 'main.js': "const found = require('./a').load;", 'a.js': 'exports.load = () => 1;' }), 'function load');
    assert.equal(linked({ 'main.js': "const { load: found } = require('./a');", 'a.js': 'const load = () => 1; module.exports = { load };' }), 'function load');
  });

  it('is the default export, written or assigned', () => {
    assert.equal(linked({ 'main.ts': "import found from './a';", 'a.ts': 'export default class Store {}' }), 'class Store');
    assert.equal(linked({ 'main.ts': "import found from './a';", 'a.ts': 'class Store {} export = Store;' }), 'class Store');
  });

  it('is unknown for a file that is missing', () => {
    assert.equal(linked({ 'main.ts': "import { load } from './gone'; const found = load;" }), './gone:load');
  });
});

describe('files that all re-export each other', () => {
  const names = Array.from({ length: 14 }, (_, at) => `part${at}`);
  const text = names.map((name) => `export * from './${name}';`).join('\n');
  const files = Object.fromEntries(names.map((name) => [`${name}.ts`, text]));

  it('are asked once each for a value none of them has', () => {
    assert.equal(linked({ 'main.ts': "import { load } from './part0'; const found = load;", ...files }), '?');
  });

  it('are asked once each for a type', () => {
    assert.equal(linked({ 'main.ts': "import { A } from './part0'; declare const found: A;", ...files }), '?');
    assert.equal(linked({ 'main.ts': "import { A } from './part0'; declare const found: A;", ...files, 'part13.ts': `${text} export class A {}` }), 'instance A');
  });
});
