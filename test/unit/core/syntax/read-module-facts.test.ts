import assert from 'node:assert/strict';
import ts from 'typescript';
import { readModuleFacts } from '../../../../src/core/syntax/read-module-facts.ts';

const blocker = (text: string, file = 'a.ts'): string | null => readModuleFacts(ts, file, text).blocker;

describe('readModuleFacts', () => {
  it('names the construct that types can\'t be erased from', () => {
    assert.equal(blocker('enum Kind { A }'), 'an enum');
    assert.equal(blocker('const enum Kind { A }'), 'an enum');
    assert.equal(blocker('namespace A { export const b = 1; }'), 'a namespace');
    assert.equal(blocker('class A { constructor(private readonly b: number) {} }'), 'a parameter property');
    assert.equal(blocker('@decorate class A {}'), 'a decorator');
    assert.equal(blocker('class A { @decorate b() {} }'), 'a decorator');
    assert.equal(blocker('import fs = require("fs");'), '`import … = …`');
    assert.equal(blocker('export = 1;'), '`export =`');
    assert.equal(blocker('const a = <number>b;'), 'a `<Type>value` assertion');
    assert.equal(blocker('export const View = () => <p/>;', 'a.tsx'), 'JSX');
  });

  it('lets pass what disappears with the types', () => {
    for (const text of [
      'declare enum Kind { A }', 'declare namespace A { const b: number }', 'namespace A { export type B = 1; namespace C { interface D {} } }', 'namespace Empty {}',
      'abstract class A<T> implements B { declare c: number; private d?: string; constructor(e?: number) { super(); } abstract f(): void; override g(): void {} }',
      'const a = { b: 1 } satisfies object; let c!: number; a!.b;', 'import type fs = require("fs");', 'export type { A } from "./a.ts"; declare module "x" { enum Y { Z } }',
    ]) assert.equal(blocker(text), null, text);
  });

  it('lists what is loaded at run time, with the names it must export', () => {
    const { imports } = readModuleFacts(ts, 'a.ts', [
      'import type { A } from "./types.ts";', 'import b, { type C, d as e } from "./b.ts";', 'import * as all from "pg";', 'import "./side.ts";',
      'export { f, type G } from "./f.ts";', 'export * from "./h.ts";', 'export type * from "./t.ts";', 'const i = require("./i");', 'await import(`./j.ts`);', 'await import(name);', 'import k from "./k.json" with { type: "json" };',
    ].join('\n'));
    assert.deepEqual(imports.map(({ specifier, kind, names, attributes }) => `${kind} ${specifier} ${names.map(({ name }) => name).join(',')}${attributes ? ' with' : ''}`.trim()), [
      'import ./b.ts default,d', 'import pg', 'import ./side.ts', 'import ./f.ts f', 'import ./h.ts', 'require ./i', 'import ./j.ts', 'import ./k.json default with',
    ]);
  });

  it('tells values from types among imported and exported names', () => {
    const facts = readModuleFacts(ts, 'a.ts', 'import { A, B, C, D } from "x"; class E extends A implements B { c: C = D.A; }; export type F = 1; export interface G {} export const G = 1; const h = 1; type I = 1; export { h, type I };');
    assert.deepEqual(['A', 'B', 'C', 'D'].filter((name) => facts.used.has(name)), ['A', 'D']);
    assert.deepEqual([...facts.typeExports], ['F', 'I']);
  });

  it('tells ES modules and CommonJS apart by what they use', () => {
    const kind = (text: string): string => {
      const { esm, commonjs } = readModuleFacts(ts, 'a.ts', text);
      return `${esm ? 'esm' : ''}${commonjs ? 'commonjs' : ''}`;
    };
    assert.equal(kind('import "x";'), 'esm');
    assert.equal(kind('export const a = 1;'), 'esm');
    assert.equal(kind('console.log(import.meta.url);'), 'esm');
    assert.equal(kind('import "x"; console.log(__dirname);'), 'esmcommonjs');
    assert.equal(kind('import { createRequire } from "x"; const require = createRequire(import.meta.url); require("y");'), 'esm');
    assert.equal(kind('const a = { require: 1 }; a.require; module.exports = a;'), 'commonjs');
    assert.equal(kind('import type { A } from "x"; export interface B {} export type { A };'), '');
    assert.equal(kind('const a = 1;'), '');
  });
});
