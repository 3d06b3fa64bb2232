import assert from 'node:assert/strict';
import { checkFiles } from '../../../helpers/scan-case.ts';

/** The severity of a query for all rows in a handler of this file; `null` when it is silent. */
const severityIn = (path: string, table: string, options = ''): string | null => {
  const text = `import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst app = express();\nconst prisma = new PrismaClient();\napp.get('/', async (req, res) => res.json(await prisma.${table}.findMany(${options})));\n`;
  return checkFiles(new Map([[path, text]]), ['unbounded-query']).get(path)?.[0]?.severity ?? null;
};

describe('whether a table grows', () => {
  it('is told by its own name first', () => {
    assert.deepEqual([severityIn('src/admin.service.ts', 'user'), severityIn('src/settings.ts', 'order')], ['warning', 'warning']);
    assert.deepEqual([severityIn('src/users.ts', 'role'), severityIn('src/orders.ts', 'userSetting')], [null, null]);
  });

  it('is told by the file where its own name says nothing', () => {
    assert.deepEqual([severityIn('src/role.service.ts', 'thing'), severityIn('src/orders.ts', 'thing'), severityIn('src/a.ts', 'thing')], [null, 'warning', 'hint']);
  });

  it('is not told by options of the query', () => {
    assert.equal(severityIn('src/role.service.ts', 'thing', "{ orderBy: { name: 'asc' } }"), null);
  });
});
