import assert from 'node:assert/strict';
import { providerOf, readPrismaSchema } from '../../../../src/core/rules/tables/read-prisma-schema.ts';
import { lacksIndex, type Table } from '../../../../src/core/rules/tables/table.ts';

const schema = (model: string, provider = 'postgresql', more = ''): string => `datasource db {\n  provider = "${provider}"\n  ${more}\n}\n\nmodel Post {\n${model}\n}\n`;
const leading = (model: string, provider?: string, more?: string): string[] => [...readPrismaSchema('schema.prisma', schema(model, provider, more))[0].leading];

describe('a schema of Prisma', () => {
  it('indexes keys, unique fields, and the first of composite ones', () => {
    assert.deepEqual(leading('  id Int @id\n  slug String @unique\n  a Int\n  b Int'), ['id', 'slug']);
    assert.deepEqual(leading('  a Int\n  b Int\n  c Int\n  @@id([a, b])\n  @@unique([b, c])\n  @@index([c(sort: Desc), a], map: "x")'), ['a', 'b', 'c']);
    assert.deepEqual(leading('  a Int\n  @@index(fields: [a])'), ['a']);
  });

  it('does not index relations by themselves, except in MySQL with its foreign keys', () => {
    const relation = '  authorId Int\n  author User @relation(fields: [authorId], references: [id])';
    assert.deepEqual(leading(relation), []);
    assert.deepEqual(leading(relation, 'mysql'), ['authorId']);
    assert.deepEqual(leading(relation, 'mysql', 'relationMode = "prisma"'), []);
  });

  it('knows columns of many values only: no relations, lists, enums or booleans', () => {
    const [table] = readPrismaSchema('schema.prisma', schema('  id Int @id\n  at DateTime?\n  kind Kind\n  paid Boolean\n  tags String[]\n  author User @relation(fields: [id], references: [id])'));
    assert.deepEqual([...table.columns], ['id', 'at']);
  });

  it('reads past comments', () => {
    assert.deepEqual(leading('  // slug String @unique\n  a Int // @@index([a])\n  b Int @unique // the {second}'), ['b']);
  });

  it('reads past braces and slashes in texts', () => {
    assert.deepEqual(leading('  settings Json @default("{}")\n  home String @default("http://a \\" }")\n  owner String\n  @@index([owner])'), ['owner']);
  });

  it('says where a model begins', () => {
    const tables = readPrismaSchema('schema.prisma', `${schema('  id Int @id')}\nmodel Tag {\n  id Int @id\n}\n`);
    assert.deepEqual(tables.map(({ name, span }) => [name, span.line, span.endColumn]), [['Post', 6, 11], ['Tag', 10, 10]]);
  });

  it('has a provider, or none when it is one file of several', () => {
    assert.equal(providerOf(schema('', 'sqlite')), 'sqlite');
    assert.equal(providerOf('generator client {\n  provider = "prisma-client-js"\n}'), '');
  });
});

describe('a table', () => {
  const table: Table = { name: 'Post', file: 'a', span: { line: 1, column: 1, endLine: 1, endColumn: 1 }, columns: new Set(['id', 'title', 'at', 'status', 'isNew']), leading: new Set(['id']) };
  const lacks = (...columns: string[]): readonly string[] => lacksIndex(table, { columns, by: 'filter' });

  it('lacks an index when none begins with a column of the filter', () => {
    assert.deepEqual(lacks('title', 'at'), ['title', 'at']);
  });

  it('lacks none when one of the columns has it', () => {
    assert.deepEqual(lacks('title', 'id'), []);
  });

  it('lacks none for columns it does not know, or that hold few values', () => {
    assert.deepEqual(lacks('other'), []);
    assert.deepEqual(lacks('status', 'isNew'), []);
    assert.deepEqual(lacks(), []);
  });
});
