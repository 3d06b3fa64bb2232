import assert from 'node:assert/strict';
import { compile, findingsOf, fixesOf, fixFirst } from './fix-case.ts';

/** Each client: how it is had, its query for one key, and what it becomes. */
const clients = {
  prisma: {
    head: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();`,
    one: 'prisma.user.findUnique({ where: { id: order.userId }, include: { posts: true } })',
    many: 'prisma.user.findMany({ where: { id: { in: Array.from(orders, (order) => order.userId) } }, include: { posts: true } })',
    found: 'userById.get(order.userId) ?? null',
  },
  typeorm: {
    head: `import { Repository } from 'typeorm';\nclass User { id!: string; name!: string }\nconst users = new Repository<User>();`,
    one: 'users.findOneBy({ id: order.userId })',
    many: 'users.findBy({ id: In(Array.from(orders, (order) => order.userId)) })',
    found: 'userById.get(order.userId) ?? null',
  },
  'typeorm options': {
    head: `import { Repository } from 'typeorm';\nclass User { id!: string; name!: string }\nconst users = new Repository<User>();`,
    one: 'users.findOne({ where: { id: order.userId }, relations: { posts: true } })',
    many: 'users.find({ where: { id: In(Array.from(orders, (order) => order.userId)) }, relations: { posts: true } })',
    found: 'userById.get(order.userId) ?? null',
  },
  sequelize: {
    head: `import { Model } from 'sequelize';\nclass User extends Model {}`,
    one: 'User.findByPk(order.number)',
    many: 'User.findAll({ where: { id: Array.from(orders, (order) => order.number) } })',
    found: 'userById.get(order.number) ?? null',
  },
  'sequelize where': {
    head: `import { Model } from 'sequelize';\nclass User extends Model {}`,
    one: 'User.findOne({ where: { id: order.number } })',
    many: 'User.findAll({ where: { id: Array.from(orders, (order) => order.number) } })',
    found: 'userById.get(order.number) ?? null',
  },
  mongoose: {
    head: `import { model } from 'mongoose';\nconst User = model('User');`,
    one: 'User.findById(order.userId).lean()',
    many: 'User.find({ _id: { $in: Array.from(orders, (order) => order.userId) } }).lean()',
    found: 'userById.get(String(order.userId)) ?? null',
  },
  knex: {
    head: `import knex from 'knex';\nconst db = knex({});`,
    one: `db('users').where({ id: order.number }).first()`,
    many: `db('users').whereIn('id', Array.from(orders, (order) => order.number))`,
    found: 'userById.get(order.number)',
  },
  'knex rows': {
    head: `import knex from 'knex';\nconst db = knex({});`,
    one: `db('users').where('owner', order.number)`,
    many: `db('users').whereIn('owner', Array.from(orders, (order) => order.number))`,
    found: 'userByOwner.get(order.number) ?? []',
  },
  drizzle: {
    head: `import { eq } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nimport { pgTable } from 'drizzle-orm/pg-core';\nconst users = pgTable('users', {});\nconst db = drizzle('');`,
    one: 'db.select().from(users).where(eq(users.groupId, order.number))',
    many: 'db.select().from(users).where(inArray(users.groupId, Array.from(orders, (order) => order.number)))',
    found: 'userByGroupId.get(order.number) ?? []',
  },
  'drizzle query': {
    head: `import { eq } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nimport { pgTable } from 'drizzle-orm/pg-core';\nconst users = pgTable('users', {});\nconst db = drizzle('');`,
    one: 'db.query.users.findFirst({ where: eq(users.id, order.number) })',
    many: 'db.query.users.findMany({ where: inArray(users.id, Array.from(orders, (order) => order.number)) })',
    found: 'userById.get(order.number)',
  },
} as const;

const inLoop = (head: string, one: string): string => `${head}

export async function load(orders: { userId: string; number: number }[]) {
  const all = [];
  for (const order of orders) {
    const user = await ${one};
    all.push(user);
  }
  return all;
}
`;
const inMap = (head: string, one: string): string => `${head}

export async function load(orders: { userId: string; number: number }[]) {
  return Promise.all(orders.map(async (order) => ({ ...order, user: await ${one} })));
}
`;

describe('one query for all elements', () => {
  const fixed = new Map<string, string>();

  for (const [client, { head, one, many, found }] of Object.entries(clients)) {
    it(`is written as ${client} writes it, and nothing is found in it any more`, () => {
      const text = fixFirst(inLoop(head, one)) ?? assert.fail('no fix');
      assert.ok(text.includes(`const userRows = await ${many};\n`), text);
      assert.ok(text.includes(`const user = ${found};`), text);
      assert.deepEqual(findingsOf(text), [], text);
      fixed.set(`${client}.ts`.replace(' ', '-'), text);
    });

    it(`takes the place of Promise.all over ${client}'s queries`, () => {
      const text = inMap(head, one);
      if (findingsOf(text).length === 0) return assert.equal(client, 'prisma', 'Prisma itself merges these');
      const after = fixFirst(text) ?? assert.fail('no fix');
      assert.ok(after.includes(`await ${many};\n`), after);
      assert.deepEqual(findingsOf(after), [], after);
      fixed.set(`${client}-map.ts`.replace(' ', '-'), after);
    });
  }

  it('compiles, in strict TypeScript, with the types of each client', () => {
    assert.equal(fixed.size, 2 * Object.keys(clients).length - 1);
    assert.deepEqual(compile(fixed), []);
  });

  it('asks for the elements themselves where they are the keys', () => {
    const { head } = clients.prisma;
    const text = fixFirst(`${head}\nexport async function load(ids: string[]) {\n  for (const id of ids) console.log(await prisma.user.findUnique({ where: { id } }));\n}\n`);
    assert.equal(text, `${head}\nexport async function load(ids: string[]) {
  const userRows = await prisma.user.findMany({ where: { id: { in: [...ids] } } });
  const userById = new Map(userRows.map((row) => [row.id, row]));
  for (const id of ids) console.log(userById.get(id) ?? null);\n}\n`);
  });

  it('gives new names where the obvious ones are taken', () => {
    const { head, one } = clients.prisma;
    const text = fixFirst(inLoop(`${head}\nconst userRows = 1, userById = 2, row = 3;`, one)) ?? '';
    assert.match(text, /const userRows2 = await .*\n {2}const userById2 = new Map\(userRows2\.map\(\(row2\) => \[row2\.id, row2\]\)\);/);
  });

  it('keeps Windows line ends', () => {
    const { head, one } = clients.prisma;
    const text = fixFirst(inLoop(head, one).replaceAll('\n', '\r\n')) ?? '';
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('adds to an import that is there, and to requires in CommonJS', () => {
    const { head, one } = clients.drizzle;
    assert.match(fixFirst(inLoop(head, one)) ?? '', /^import \{ eq, inArray \} from 'drizzle-orm';/);
    const commonJs = `const { Repository } = require('typeorm');\nclass User {}\nconst users = new Repository(User);\nasync function load(orders) {\n  for (const order of orders) await users.findOneBy({ id: order.userId });\n}\n`;
    assert.match(fixFirst(commonJs, 'sample.js') ?? '', /^const \{ Repository \} = require\('typeorm'\);\nconst \{ In \} = require\('typeorm'\);\n/);
  });
});

describe('no such edit is made', () => {
  const { head } = clients.prisma;
  const one = 'prisma.user.findFirst({ where: { id: order.userId } })';
  const order = '{ userId: string; kind: string; to: { id: string } }';
  const refused = (why: string, body: string, given = `orders: ${order}[]`): void => {
    it(why, () => {
      const text = `${head}\nexport async function load(${given}) {\n${body}\n}\n`;
      const [finding] = findingsOf(text);
      assert.equal(finding?.rule, 'n-plus-one', 'it is found');
      assert.deepEqual(fixesOf(text, finding).filter(({ kind }) => kind === 'edit'), []);
    });
  };

  refused('where a turn may pass the query by', `  for (const order of orders) {\n    if (order.kind === 'x') await ${one};\n  }`);
  refused('where a turn may have ended before', `  for (const order of orders) {\n    if (order.kind === 'x') continue;\n    await ${one};\n  }`);
  refused('where the key lies deeper and may be missing', '  for (const order of orders) await prisma.user.findFirst({ where: { id: order.to.id } });');
  refused('where the row is found by more than one field', '  for (const order of orders) await prisma.user.findFirst({ where: { id: order.userId, name: order.kind } });');
  refused('where another field than the key decides which row is first', '  for (const order of orders) await prisma.user.findFirst({ where: { name: order.kind } });');
  refused('where a selection may lack the key', '  for (const order of orders) await prisma.user.findFirst({ where: { id: order.userId }, select: { name: true } });');
  refused('where the turn writes to the same table', `  for (const order of orders) {\n    await ${one};\n    await prisma.user.update({ where: { id: order.userId }, data: {} });\n  }`);
  refused('where the rest of the query depends on the element', '  for (const order of orders) await prisma.user.findFirst({ where: { id: order.userId }, include: { [order.kind]: true } });');
  refused('where the list is made by a call, which would run twice', `  for (const order of await prisma.order.findMany({ where: {} })) await prisma.user.findFirst({ where: { id: order.id } });`, '');
  refused('where the query would still run in a loop around', `  for (const group of groups) {\n    for (const order of group) await ${one};\n  }`, `groups: ${order}[][]`);
  refused('over a stream, which is read once', `  for await (const order of orders) await ${one};`, `orders: AsyncIterable<${order}>`);
  refused('for a write', '  for (const order of orders) await prisma.user.update({ where: { id: order.userId }, data: {} });');
});
