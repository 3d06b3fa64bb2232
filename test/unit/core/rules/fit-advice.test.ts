import assert from 'node:assert/strict';
import { checkFiles } from '../../../helpers/scan-case.ts';

/** The advice for the only finding of a body in a function that is given `ids`, `owner` and a Prisma client. */
const adviceFor = (body: string): string => {
  const text = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function load(ids: string[], owner: string) {\n${body}\n}\n`;
  const findings = [...checkFiles(new Map([['a.ts', text]]), ['n-plus-one']).values()].flat();
  assert.equal(findings.length, 1, JSON.stringify(findings));
  return findings[0].advice;
};
const inLoop = (query: string): string => adviceFor(`  for (const id of ids) console.log(await ${query});`);

const usual = /^Fetch all with `findMany\(/;
const once = /ask once before the loop\.$/;

describe('the advice for a query per element', () => {
  it('is what the client says, where the query asks for something of the element', () => {
    assert.match(inLoop('prisma.user.findFirst({ where: { id } })'), usual);
    assert.match(inLoop('prisma.user.findFirst({ where: { owner, id } })'), usual);
  });

  it('is to ask once where nothing it is given comes from the turn', () => {
    assert.match(inLoop('prisma.user.findMany()'), once);
    assert.match(inLoop('prisma.user.findMany({ where: { owner } })'), once);
    assert.match(adviceFor('  const where = { owner };\n  await Promise.all(ids.map(async () => prisma.user.findFirst({ where })));'), once);
  });

  it('is not so where that is made in the turn, comes from its element by an index, or is not known', () => {
    assert.match(adviceFor('  for (const id of ids) {\n    const where = { id };\n    await prisma.user.findFirst({ where });\n  }'), usual);
    assert.match(adviceFor('  for (let at = 0; at < ids.length; at++) await prisma.user.findFirst({ where: { id: ids[at] } });'), usual);
    assert.match(inLoop('prisma.user.findFirst({ where: { name: `${id} ` } })'), usual);
    assert.match(inLoop('prisma.$queryRaw`select * from users where id = ${id}`'), usual);
  });

  it('is to group where rows are counted or added up', () => {
    for (const method of ['count', 'aggregate']) assert.match(inLoop(`prisma.user.${method}({ where: { id } })`), /`GROUP BY`/, method);
  });

  it('is one statement that updates for an upsert, which createMany is not', () => {
    assert.match(inLoop("prisma.user.upsert({ where: { id }, create: { id }, update: {} })"), /on conflict do update/);
  });

  it('says that a limit per element is lost in one query', () => {
    assert.match(inLoop('prisma.user.findMany({ where: { id }, take: 3 })'), /^Fetch all .* A limit per element is lost/);
    assert.doesNotMatch(inLoop('prisma.user.findMany({ where: { id }, select: { takeaway: true } })'), /limit/);
  });
});
