import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExactly } from '../../../../src/core/syntax/parse-exactly.ts';
import { parseModule } from '../../../../src/core/syntax/parse-module.ts';
import { OxcParser } from '../../../../src/session/scan/oxc.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';
import { compareTrees } from '../../../helpers/compare-trees.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const parser = await loadParser();

const differences = (file: string, text: string): string[] => compareTrees(parseExactly(parser.exact(), file, text, false), parser.fast(file, text, false));

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:[cm]?js|tsx?)$/.test(name) && !name.includes('node_modules') && !name.includes('.d.')).map((name) => join(folder, name));

const samples: readonly (readonly [name: string, file: string, text: string])[] = [
  ['decorators and parameter properties', 'a.ts', '@Injectable() export class A extends B<C> implements D { constructor(@Inject(X) private readonly x: X, y?: Y) { super(); } @Get(":id") async one(@Param("id") id: string): Promise<Z[]> { return []; } static #n = 1; get v() { return this.#m; } declare z: string }'],
  ['types that say what a value is', 'a.ts', 'type A = { b(c: D): E; readonly f?: G[] } | typeof h | (new () => I); interface J extends K<L> { m: N } const o = p as unknown as Q; const r = <S>(t: S) => t; u!.v; let w = x satisfies Y; abstract class Z { abstract a(): void }'],
  ['modules of all kinds', 'a.ts', 'import a, { type b, c as d } from "e"; import * as f from "./f"; import type { g } from "g"; export * from "h"; export * as i from "i"; export { d as default }; import j = require("j"); export = j; await import("k"); import l from "l" with { type: "json" };'],
  ['JSX', 'a.tsx', 'const A = ({ xs }: P) => <><B {...xs} c="d" e={f}>{xs.map((x) => <C key={x.id}>text &amp; more {/* none */}</C>)}</B></>;'],
  ['CommonJS', 'a.js', '"use strict"; const a = require("a"); module.exports = (api) => { api.load = async function* (b, { c = 1, ...d }, [e,, f]) { for await (const g of b) yield* g; with_: for (;;) break with_; }; }; label: while (x?.y?.[z]?.()) { if (a ?? b) continue label; }'],
  ['literals that JSON has not', 'a.ts', 'const a = 1n, b = /x[a-z]+/giu, c = `d${e}f`, g = tag`h${i}`, j = 0x10, k = -0, l = "\\u2028\\n";'],
  ['enums and namespaces', 'a.ts', 'enum A { B = 1, C = "c" } declare module "m" { const a: string; } namespace N.O { export const p = 1; } declare global { interface W {} }'],
  ['a byte order mark and characters beyond the first plane', 'a.ts', '\uFEFFconst a = "😀"; load(a);'],
  ['a text that begins with a comment', 'a.ts', '// one\n/* two */\nload();\n// three\n'],
  ['an empty text', 'a.ts', ''],
];

describe('the fast parser and the exact one', () => {
  for (const folder of ['src/session', 'examples', 'scripts']) {
    it(`see the same in all sources of ${folder}`, () => {
      const differing = sourcesIn(folder).flatMap((file) => differences(file, readFileSync(join(root, file), 'utf8')).slice(0, 1).map((place) => `${file} ${place}`));
      assert.deepEqual(differing, []);
    }).timeout(60_000);
  }

  for (const [name, file, text] of samples) it(`see the same in ${name}`, () => assert.deepEqual(differences(file, text), []));
});

describe('a parsed module', () => {
  it('is what TypeScript takes though the fast parser does not', () => {
    const text = 'if (early) return;\nload();';
    assert.equal(parser.fast('a.js', text, false), null);
    assert.ok(parseModule(parser, 'a.js', text).ok);
  });

  it('that is broken names the line, in TypeScript\'s words', () => {
    assert.deepEqual(parseModule(parser, 'a.ts', 'const a = 1;\nfor (const b of {\n'), { ok: false, reason: "'}' expected (line 3)" });
  });

  it('nested too deeply is refused, and the next one is parsed', () => {
    assert.deepEqual(parseModule(parser, 'a.ts', `x = ${'['.repeat(100_000)}${']'.repeat(100_000)};`), { ok: false, reason: 'code nested too deeply' });
    assert.notEqual(parser.fast('a.ts', 'load();', false), null);
  }).timeout(20_000);

  it('keeps nothing of the modules that were used up', () => {
    const before = process.listenerCount('beforeExit');
    const renewing = new OxcParser(1);
    for (let text = 0; text < 20; text++) assert.notEqual(renewing.parse('a.ts', 'load();', false), null);
    assert.equal(process.listenerCount('beforeExit'), before);
  });

  it('has its comments when they are asked for', () => {
    const parsed = parseModule(parser, 'a.ts', '// one\nload(/* two */);');
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.program.comments?.map(({ type, value, range }) => [type, value, ...range]), [['Line', ' one', 0, 6], ['Block', ' two ', 12, 21]]);
  });

  it('is parsed after more text than the parser keeps at once', () => {
    const renewing = new OxcParser(20);
    for (let round = 0; round < 5; round++) assert.notEqual(renewing.parse('a.ts', 'load(some, text);', false), null);
  });
});
