import assert from 'node:assert/strict';
import { checkFiles } from '../../../helpers/scan-case.ts';

const head = "import { readFile } from 'node:fs/promises';\nimport express from 'express';\nimport { PrismaClient } from '@prisma/client';\nimport { Client } from 'pg';\nconst app = express();\nconst prisma = new PrismaClient();\n";

/** `5 n-plus-one (await-in-loop)`: line below the head, rule, and the rules that saw the same. */
const found = (text: string, rules: readonly string[] = []): string[] =>
  [...checkFiles(new Map([['a.ts', head + text]]), rules).values()].flat().map(({ rule, line, alsoMatches }) => `${line - 6} ${rule}${alsoMatches.length > 0 ? ` (${alsoMatches.join(', ')})` : ''}`);

const cases = {
  together: 'export const all = (urls: string[]) =>\n  Promise.all(urls.map((url) =>\n    fetch(url)));',
  oneByOne: 'export async function all(ids: string[]) {\n  for (const id of ids) {\n    await prisma.user.findFirst({ where: { id } });\n  }\n}',
  wholeTable: "app.get('/', async (req, res) => {\n  for (const id of req.query.ids) await prisma.order.findMany();\n  res.end();\n});",
  clients: 'export const all = (urls: string[]) => Promise.all(urls.map(async (url) => {\n  const client = new Client(url);\n  await client.end();\n}));',
};

describe('one cause', () => {
  it('is n-plus-one before a list that is started at once', () => {
    assert.deepEqual(found(cases.together), ['3 n-plus-one (unbounded-concurrency)']);
    assert.deepEqual(found(cases.together, ['unbounded-concurrency', 'await-in-loop']), ['3 unbounded-concurrency']);
  });

  it('is n-plus-one before turns that wait for one another', () => {
    assert.deepEqual(found(cases.oneByOne), ['3 n-plus-one (await-in-loop)']);
    assert.deepEqual(found(cases.oneByOne, ['await-in-loop']), ['3 await-in-loop']);
  });

  it('is n-plus-one before the whole table', () => {
    assert.deepEqual(found(cases.wholeTable, ['n-plus-one', 'unbounded-query']), ['2 n-plus-one (unbounded-query)']);
    assert.deepEqual(found(cases.wholeTable, ['unbounded-query']), ['2 unbounded-query']);
  });

  it('is a connection per element where one is made', () => {
    assert.deepEqual(found(cases.clients), ['2 connection-per-request']);
  });

  it('is one finding for the steps of a loop, and none of them hides the next loop', () => {
    const loop = '  for (const path of paths) {\n    await readFile(path);\n    await readFile(`${path}.map`);\n  }\n';
    assert.deepEqual(found(`export async function all(paths: string[]) {\n${loop}${loop}}`), ['3 await-in-loop', '7 await-in-loop']);
  });

  it('in a silenced place is silenced for its own rule only', () => {
    const text = "export async function all(paths: string[]) {\n  for (const path of paths) await readFile(path); // flameline-ignore await-in-loop: few\n}";
    const [finding] = [...checkFiles(new Map([['a.ts', head + text]])).values()].flat();
    assert.deepEqual([finding.rule, finding.suppressed], ['await-in-loop', { reason: 'few' }]);
  });
});
