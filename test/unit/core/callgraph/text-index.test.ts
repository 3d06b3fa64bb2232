import assert from 'node:assert/strict';
import { readTextFacts, TextIndex } from '../../../../src/core/callgraph/text-index.ts';

describe('the text index', () => {
  it('reads who derives from whom, its classes, and what it imports as written', () => {
    const text = `import a from '@scope/name/deep';\nconst b = require("pg/lib");\nawait import('knex');\nimport './own';\nexport class Users<T> extends Base.Repository<T> implements Store, Closing {}`;
    assert.deepEqual(readTextFacts(text), {
      deriving: ['Base', 'Repository', 'T', 'Store', 'Closing'], classes: ['Users'], specifiers: ['@scope/name/deep', 'pg/lib', 'knex'], marks: [],
    });
  });

  it('answers for the texts as they are now', () => {
    const index = new TextIndex(new Set(['typeorm']));
    index.add('a.ts', `import pg from 'pg';\nclass A implements Store {}`);
    index.add('b.ts', 'class B extends Store {}');
    assert.deepEqual([index.filesDeriving('Store'), index.uses(['pg']), index.uses(['typeorm'])], [['a.ts', 'b.ts'], true, true]);
    index.add('a.ts', 'class A {}');
    assert.deepEqual([index.filesDeriving('Store'), index.uses(['pg']), index.uses(['typeorm'])], [['b.ts'], false, true]);
    index.set('b.ts', null);
    assert.deepEqual(index.filesDeriving('Store'), []);
  });

  it('knows where classes stand and who imports a file, as the texts are now', () => {
    const index = new TextIndex(new Set());
    const resolve = (from: string, specifier: string) => (specifier === './b' && from === 'a.ts' ? 'b.ts' : null);
    index.add('a.ts', `import { B } from './b';\nimport pg from 'pg';`);
    index.add('b.ts', 'export class B {}');
    assert.deepEqual([index.filesWithClass('B'), index.importers('b.ts', resolve), index.importers('a.ts', resolve)], [['b.ts'], ['a.ts'], []]);
    index.set('a.ts', null);
    assert.deepEqual(index.importers('b.ts', resolve), []);
  });

  it('keeps what it knows through an edit that changes none of it', () => {
    const index = new TextIndex(new Set());
    const asked: string[] = [];
    const resolve = (from: string, specifier: string) => (asked.push(`${from} ${specifier}`), 'b.ts');
    index.add('a.ts', `import { B } from './b';`);
    index.importers('b.ts', resolve);
    index.add('a.ts', `import { B } from './b';\nB.load();`);
    assert.deepEqual([index.importers('b.ts', resolve), asked], [['a.ts'], ['a.ts ./b']]);
    index.add('a.ts', `import { C } from './c';`);
    assert.deepEqual([index.importers('b.ts', resolve), asked], [['a.ts'], ['a.ts ./b', 'a.ts ./c']]);
  });

  it('leaves out inner paths of packages, and paths of files', () => {
    const index = new TextIndex(new Set());
    index.add('a.ts', `import a from '@scope/name/deep';\nconst b = require("pg/lib");\nimport c from './knex';`);
    assert.deepEqual([index.uses(['@scope/name']), index.uses(['pg']), index.uses(['knex'])], [true, true, false]);
  });

  it('takes a star as every package of a scope', () => {
    const index = new TextIndex(new Set(['@aws-sdk/client-dynamodb']));
    assert.deepEqual([index.uses(['@aws-sdk/*']), index.uses(['@aws/*']), index.uses(['aws-sdk'])], [true, false, false]);
  });

  it('marks texts that may answer requests, and those that may define tables', () => {
    const marksOf = (text: string): readonly string[] => readTextFacts(text).marks;
    assert.deepEqual(marksOf("@Get('/') list() {}"), ['entries']);
    assert.deepEqual(marksOf('app.post("/", save)'), ['entries']);
    assert.deepEqual(marksOf('export const load = (req: Request) => 1;'), ['entries']);
    assert.deepEqual(marksOf('export async function GET() {}'), ['entries']);
    assert.deepEqual(marksOf('@Entity() class User {}'), ['tables']);
    assert.deepEqual(marksOf('const user = new mongoose.Schema({});'), ['tables']);
    assert.deepEqual(marksOf("export const users = pgTable('users', {});"), ['tables']);
    assert.deepEqual(marksOf('const required = 1; export const request = 2;'), []);
  });

  it('lists the files of a mark, until they are gone', () => {
    const index = new TextIndex(new Set());
    index.add('a.ts', '@Entity() class A {}');
    index.add('b.ts', 'export const b = 1;');
    assert.deepEqual(index.filesMarked('tables'), ['a.ts']);
    index.set('a.ts', null);
    assert.deepEqual(index.filesMarked('tables'), []);
  });
});
