// The project that is typed in: a repository that queries, and a long service, in a loop of which it is called.

export function writeRepository() {
  return `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const customerOf = (id: string) => prisma.customer.findFirst({ where: { id } });
`;
}

/** So many lines of functions that differ; `edit` changes one of them. */
export function writeService(lines, edit) {
  const text = [`import { customerOf } from './repository';`, '', `export interface Order { readonly id: string; readonly customerId: string; readonly total: number }`, ''];
  for (let at = 0; text.length + 13 <= lines - 6; at++) text.push(...writeFunction(at, at === 30 ? edit : 0));
  text.push('export async function withCustomers(orders: readonly Order[]) {', '  const customers = [];', '  for (const order of orders) customers.push(await customerOf(order.customerId));', '  return customers;', '}');
  while (text.length < lines) text.push('');
  return text.join('\n');
}

const writeFunction = (at, edit) => [
  `/** Adds up what stands in list ${at}. */`,
  `export function sumOf${at}(orders: readonly Order[], least = ${at + edit}): Map<string, number> {`,
  '  const sums = new Map<string, number>();',
  '  for (const { id, customerId, total } of orders) {',
  `    if (total < least || id.startsWith('${at}-')) continue;`,
  '    const known = sums.get(customerId) ?? 0;',
  `    sums.set(customerId, known + total * ${at + 1});`,
  '  }',
  `  const names = [...sums.keys()].filter((name) => name.length > ${at % 7}).map((name) => name.toUpperCase());`,
  `  console.log(\`list ${at}: \${names.join(', ')}\`);`,
  '  return sums;',
  '}',
  '',
];
