import assert from 'node:assert/strict';
import { checkFiles } from '../../../helpers/scan-case.ts';

const store = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\nexport const recent = () => prisma.order.findMany({ where: { at: 1 } });\nexport const words = (text) => text.split(' ');\n";

/** Whether the list of a loop with a query in it is known to be as long as data. */
const isDataSized = (before: string, list: string): boolean => {
  const text = `import { prisma, recent, words } from './store';\nexport async function load(ids, req) {\n  ${before}\n  for (const one of ${list}) await prisma.user.findFirst({ where: { id: one } });\n}\n`;
  const findings = checkFiles(new Map([['a.ts', text], ['store.ts', store]]), ['n-plus-one']).get('a.ts') ?? [];
  assert.equal(findings.length, 1, text);
  return findings[0].dataSized === true;
};

describe('a list as long as data', () => {
  it('is what a query answers with, also behind a function', () => {
    assert.ok(isDataSized('const orders = await prisma.order.findMany({ where: {} });', 'orders'));
    assert.ok(isDataSized('', 'await recent()'));
    assert.ok(isDataSized('const orders = await recent();', 'orders'));
  });

  it('is so when it is filtered, mapped, copied, or one of its parts', () => {
    assert.ok(isDataSized('const orders = (await recent()).filter(Boolean);', 'orders.map(({ id }) => id)'));
    assert.ok(isDataSized('const orders = [...(await recent())];', 'orders'));
    assert.ok(isDataSized('const page = await recent();', 'page.rows'));
    assert.ok(isDataSized('const byId = await recent();', 'Object.values(byId)'));
  });

  it('is what a request brings along', () => {
    assert.ok(isDataSized('', 'req.body.ids'));
  });

  it('is not what is given, or what a function of the project makes without asking', () => {
    assert.ok(!isDataSized('', 'ids'));
    assert.ok(!isDataSized('', 'words(ids.text)'));
  });
});
