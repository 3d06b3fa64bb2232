import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

describe('what a call gives', () => {
  it('is what the function returns, or what it is written to return', () => {
    assert.equal(linked({ 'main.ts': "import { Pool } from 'pg'; const make = () => new Pool(); const found = make();" }), 'pg pool');
    assert.equal(linked({ 'main.ts': 'class A {} function make(): Promise<A> { return other(); } const found = await make();' }), 'instance A');
  });

  it('is what any of its returns gives', () => {
    assert.equal(linked({ 'main.ts': 'class A {} class B {} function make(x) { if (x) return new A(); return new B(); } const found = make(1);' }), 'instance A | instance B');
  });

  it('is an object of a client made by its factory, by default or by name', () => {
    assert.equal(linked({ 'main.js': "const knex = require('knex'); const found = knex({});" }), 'knex knex');
    assert.equal(linked({ 'main.ts': "import mysql from 'mysql2/promise'; const found = await mysql.createPool({}).getConnection();" }), 'mysql2 pool');
  });

  it('is unknown for a function of an unknown package', () => {
    assert.equal(linked({ 'main.ts': "import { make } from 'somewhere'; const found = make();" }), '?');
  });

  it('gives the callback of a transaction its client', () => {
    assert.equal(linked({ 'main.ts': "import { PrismaClient } from '@prisma/client'; let found; new PrismaClient().$transaction(async (tx) => { found = tx; });" }), 'prisma client');
  });
});
