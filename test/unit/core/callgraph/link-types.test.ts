import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

describe('what a written type stands for', () => {
  it('is an instance of the class it names', () => {
    assert.equal(linked({ 'main.ts': "import { A } from './a'; declare const found: A;", 'a.ts': 'export class A {}' }), 'instance A');
  });

  it('is an object of a client', () => {
    assert.equal(linked({ 'main.ts': "import { Repository } from 'typeorm'; declare const found: Repository<unknown>;" }), 'typeorm repository');
    assert.equal(linked({ 'main.ts': "import type { Prisma } from '@prisma/client'; declare const found: Prisma.TransactionClient;" }), 'prisma client');
  });

  it('looks through promises, aliases and what only changes fields', () => {
    assert.equal(linked({ 'main.ts': 'class A {} type Kept = Readonly<A>; declare const found: Promise<Kept>;' }), 'instance A');
  });

  it('is a list of what its elements are', () => {
    assert.equal(linked({ 'main.ts': 'class A {} declare const found: A[];' }), 'list of instance A');
    assert.equal(linked({ 'main.ts': 'class A {} declare const all: readonly A[]; const found = all[0];' }), 'instance A');
  });

  it('is what a function gives, and what a class makes', () => {
    assert.equal(linked({ 'main.ts': "import { Pool } from 'pg'; const make = () => new Pool(); declare const found: ReturnType<typeof make>;" }), 'pg pool');
    assert.equal(linked({ 'main.ts': 'class A {} declare const found: InstanceType<typeof A>;' }), 'instance A');
  });

  it('names a member through a chain of interfaces', () => {
    const text = 'class Pool {} interface Inner { pool: Pool } interface Outer { inner: Inner } declare const outer: Outer; const found = outer.inner.pool;';
    assert.equal(linked({ 'main.ts': text }), 'instance Pool');
  });

  it('ends when a type names itself', () => {
    assert.equal(linked({ 'main.ts': 'type A = B; type B = A; declare const found: A;' }), '?');
  });
});
