import assert from 'node:assert/strict';
import { Catalogue } from '../../../../src/core/callgraph/catalogue.ts';
import type { Client } from '../../../../src/core/catalogue/client.ts';
import { makeClient } from '../../../../src/core/config/make-client.ts';

const ours = (...from: string[]): Client => makeClient({ name: 'ours', kind: 'query', from, reads: ['ask', 'MikroORM.ask'], writes: [], instead: null }, 0);

describe('the clients of a module', () => {
  const catalogue = new Catalogue([ours('@mikro-orm/postgresql', 'mysql2/promise', '@acme/*')]);
  const knownBy = (module: string, ...path: string[]): string | undefined => catalogue.findExport(module, path)?.client.name;

  it('are those of the project and those of the catalogue', () => {
    for (const [module, name] of [['@mikro-orm/postgresql', 'EntityManager'], ['mysql2/promise', 'createPool']]) {
      assert.equal(knownBy(module, 'ask'), 'ours', module);
      assert.equal(knownBy(module, name), new Catalogue([]).findExport(module, [name])?.client.name, module);
      assert.notEqual(knownBy(module, name), undefined, module);
    }
  });

  it('are asked in this order: the project knows better', () => {
    assert.equal(knownBy('@mikro-orm/postgresql', 'MikroORM'), 'ours');
    assert.equal(knownBy('@mikro-orm/mysql', 'MikroORM'), new Catalogue([]).findExport('@mikro-orm/mysql', ['MikroORM'])?.client.name);
  });

  it('are those of a scope for all modules below it, and for none beside', () => {
    assert.deepEqual([knownBy('@acme/db', 'ask'), knownBy('@acme', 'ask'), knownBy('@acmes/db', 'ask'), knownBy('mysql2', 'ask')], ['ours', undefined, undefined, undefined]);
  });
});
