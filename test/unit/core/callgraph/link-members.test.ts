import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

describe('what a member stands for', () => {
  it('is a method of the class or of the one it extends', () => {
    assert.equal(linked({ 'main.ts': 'class A { load() {} } const found = new A().load;' }), 'function load');
    assert.equal(linked({ 'main.ts': "import { A } from './a'; class B extends A {} const found = new B().load;", 'a.ts': 'export class A { load() {} }' }), 'function load');
  });

  it("is the class's own method before the inherited one", () => {
    assert.equal(linked({ 'main.ts': "import { A } from './a'; class B extends A { load = null as unknown as B; } const found = new B().load;", 'a.ts': 'export class A { load() {} }' }), 'instance B');
  });

  it('is a field by its written type, its value, or the constructor that sets it', () => {
    assert.equal(linked({ 'main.ts': 'class Pool {} class A { pool: Pool; } const found = new A().pool;' }), 'instance Pool');
    assert.equal(linked({ 'main.ts': 'class Pool {} class A { pool = new Pool(); } const found = new A().pool;' }), 'instance Pool');
    assert.equal(linked({ 'main.js': 'class Pool {} class A { constructor() { this.pool = new Pool(); } } const found = new A().pool;' }), 'instance Pool');
    assert.equal(linked({ 'main.ts': 'class Pool {} class A { constructor(private readonly pool: Pool) {} } const found = new A().pool;' }), 'instance Pool');
  });

  it('is a static of a class, not one of its methods', () => {
    assert.equal(linked({ 'main.ts': 'class A { static load() {} } const found = A.load;' }), 'function load');
    assert.equal(linked({ 'main.ts': 'class A { load() {} } const found = A.load;' }), '?');
  });

  it('is a member of an object, also through a spread', () => {
    assert.equal(linked({ 'main.ts': 'const base = { load() {} }; const all = { ...base, other: 1 }; const found = all.load;' }), 'function load');
  });

  it('is the method of the class behind an interface', () => {
    const files = { 'main.ts': "import type { Port } from './port'; declare const port: Port; const found = port.load;", 'port.ts': 'export interface Port { load(): void }' };
    assert.equal(linked({ ...files, 'adapter.ts': "import type { Port } from './port'; export class Adapter implements Port { load() {} }" }), 'function load');
  });

  it('is unknown when more than five classes stand behind an interface', () => {
    const adapters: Record<string, string> = {};
    for (let at = 0; at < 6; at++) adapters[`adapter${at}.ts`] = `import type { Port } from './port'; export class Adapter${at} implements Port { load() {} }`;
    const files = { 'main.ts': "import type { Port } from './port'; declare const port: Port; const found = port.load;", 'port.ts': 'export interface Port { load(): void }' };
    assert.equal(linked({ ...files, ...adapters }), '?');
  });

  it('is what a decorator injects where the written type says nothing', () => {
    assert.equal(linked({ 'main.ts': "import { InjectRepository } from '@nestjs/typeorm'; class A { constructor(@InjectRepository(A) private users: any) {} } const found = new A().users;" }), 'typeorm repository');
  });
});
