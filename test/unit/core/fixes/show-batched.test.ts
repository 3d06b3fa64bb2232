import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/model/source-fix.ts';
import { compile, findingsOf, fixesOf } from './fix-case.ts';

const head = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
const show = (text: string): string => {
  const [finding] = findingsOf(text);
  const [fix, ...more] = fixesOf(text, finding);
  assert.deepEqual([fix?.kind, more], ['preview', []]);
  return applyEdits(text, fix.edits);
};

describe('where no edit is plainly safe, the one query', () => {
  const guarded = `${head}export async function load(orders: { userId: string; kind: string }[]) {\n  for (const order of orders) {\n    if (order.kind === 'x') await prisma.user.findFirst({ where: { id: order.userId } });\n  }\n}\n`;

  it('is shown as a comment above the loop, to be confirmed', () => {
    assert.equal(show(guarded), guarded.replace('  for (const order', `  // Fetch all with \`findMany({ where: { id: { in: ids } } })\` and look up in a Map, or \`include\` the relation in the query that made the list.
  //   const rows = await prisma.model.findMany({ where: { id: { in: keys } } });
  //   const rowById = new Map(rows.map((row) => [row.id, row]));
  for (const order`));
  });

  it('changes nothing: the code compiles, and the one finding stays', () => {
    const text = show(guarded);
    assert.deepEqual(compile(new Map([['sample.ts', text]])), []);
    assert.deepEqual(findingsOf(text).map(({ rule }) => rule), ['n-plus-one']);
  });

  it('stands above the statement of a callback, and is not shown where there is none', () => {
    const inFunction = `${head}const of = (id: string) => prisma.user.findFirst({ where: { id } });\nexport async function load(ids: string[]) {\n  const all = await Promise.all(ids.map((id) => of(id)));\n  return all;\n}\n`;
    assert.match(show(inFunction), /\n {2}\/\/ {3}const rowById = .*\n {2}const all = await/);
    const inline = `${head}const of = (id: string) => prisma.user.findFirst({ where: { id } });\nexport async function load(ids: string[]) { for (const id of ids) await of(id); }\n`;
    assert.deepEqual(fixesOf(inline, findingsOf(inline)[0]), []);
  });
});
