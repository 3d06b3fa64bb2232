import assert from 'node:assert/strict';
import { compile, findingsOf, fixesOf, fixFirst } from './fix-case.ts';

const head = `import { Pool } from 'pg';\nconst pool = new Pool();\ndeclare function use(rows: unknown): void;\n`;
const load = (turn: string): string => `${head}export async function load(orders: { userId: string }[]) {\n  for (const order of orders) {\n    ${turn}\n  }\n}\n`;
const one = (sql: string): string => `const { rows } = await pool.query(${sql}, [order.userId]);\n    use(rows);`;

describe("one statement of pg's for all elements", () => {
  it('compares with any of the keys, and gives each turn its rows', () => {
    const text = fixFirst(load(one("'select id, name from users where id = $1'")));
    assert.equal(text, load(`const { rows } = { rows: rowById.get(String(order.userId)) ?? [] };\n    use(rows);`).replace('  for', `  const { rows: poolRows } = await pool.query('select id, name from users where id = any($1)', [Array.from(orders, (order) => order.userId)]);
  const poolById = new Map(poolRows.map((row) => [String(row.id), [row].slice(1)]));
  for (const row of poolRows) poolById.get(String(row.id))?.push(row);
  for`).replace('rowById', 'poolById'));
  });

  it('is shown first, for a column may compare in its own way', () => {
    const text = load(one("'select * from users where id = $1'"));
    assert.deepEqual(findingsOf(text).flatMap((finding) => fixesOf(text, finding).map(({ kind }) => kind)), ['preview']);
  });

  it('compiles, and nothing is found in it any more', () => {
    const texts = ["const { rows: found } = await pool.query(`select * from sales.users where Owner = $1`, [order.userId]);\n    use(found);", "use((await pool.query('SELECT * FROM users WHERE id = $1;', [order.userId])).rows[0]);"];
    const fixed = new Map(texts.map((turn, index) => [`sample-${index}.ts`, fixFirst(load(turn)) ?? assert.fail('no fix')]));
    assert.deepEqual(compile(fixed), []);
    for (const text of fixed.values()) assert.deepEqual(findingsOf(text), [], text);
  });

  for (const [why, turn] of [
    ['the key is not among its columns', one("'select name from users where id = $1'")],
    ['it limits the rows of a key', one("'select * from users where id = $1 limit 1'")],
    ['it joins', one("'select * from users join posts on true where id = $1'")],
    ['it has another value', "const { rows } = await pool.query('select * from users where id = $1', [order.userId, 2]);\n    use(rows);"],
    ['more than its rows are asked for', "const { rows, rowCount } = await pool.query('select * from users where id = $1', [order.userId]);\n    use(rows, rowCount);"],
    ['its answer is handed on', "use(await pool.query('select * from users where id = $1', [order.userId]));"],
  ]) {
    it(`stays where ${why}`, () => assert.equal(fixFirst(load(turn)), null));
  }
});
