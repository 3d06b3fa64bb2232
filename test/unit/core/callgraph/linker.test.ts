import assert from 'node:assert/strict';
import { Linker } from '../../../../src/core/callgraph/linker.ts';
import { hostOf } from '../../../helpers/scan-case.ts';
import { linked } from './link-fixture.ts';

describe('what an expression stands for', () => {
  it('is either value of a name that is given two', () => {
    assert.equal(linked({ 'main.ts': 'class A {} class B {} let found = new A(); found = new B();' }), 'instance A | instance B');
  });

  it('is unknown when it could be more than six things', () => {
    const classes = 'ABCDEFG'.split('').map((name) => `class ${name} {}`);
    assert.equal(linked({ 'main.ts': `${classes.join(' ')} const all = [new A(), new B(), new C(), new D(), new E(), new F()]; let found = all[0]; found = new G();` }), '?');
  });

  it('comes from a list through the methods that keep its elements', () => {
    assert.equal(linked({ 'main.ts': 'class A {} declare const all: A[]; const found = all.filter(Boolean).slice(1).find(Boolean);' }), 'instance A');
  });

  it('is a list of known length when it is written out', () => {
    assert.equal(linked({ 'main.ts': 'class A {} const found = [new A()];' }), 'list of instance A, fixed');
  });

  it('believes a conventional name only where the client is used', () => {
    const text = 'const found = context.prisma;';
    assert.equal(linked({ 'main.ts': text }), ':context.prisma');
    assert.equal(linked({ 'main.ts': text, 'a.ts': "import { PrismaClient } from '@prisma/client';" }), 'prisma client');
  });

  it('has an answer for a name that is built on itself', () => {
    assert.equal(linked({ 'main.ts': "import { Pool } from 'pg'; let found = new Pool(); found = found.connect();" }), 'pg pool');
  });

  it('asks each part of a chain of unknown calls once, however long the chain', () => {
    const text = `let query = start(); query = query${'.where(1)'.repeat(60)}; query = query${'.order(2)'.repeat(60)}; const found = query;`;
    const host = hostOf(new Map([['main.ts', text]]));
    let asked = 0;
    const linker = new Linker({ ...host, uses: () => (asked++, false) });
    const file = host.facts('main.ts');
    assert.ok(file);
    linker.values(file, { kind: 'binding', id: file.names.get('found') ?? -1 });
    assert.ok(asked < 20_000, `${asked} look-ups of names`);
  });
});
