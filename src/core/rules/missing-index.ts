import { smallTables } from '../catalogue/find-all.ts';
import { findEffect } from '../callgraph/find-effect.ts';
import type { Rule, RuleContext } from './rule.ts';
import { askedTable } from './tables/asked-table.ts';
import { lacksIndex, type Table } from './tables/table.ts';

/** MySQL gives every foreign key an index, which an entity does not show. */
const mayBeForeignKey = (columns: readonly string[], { file }: Table, { linker }: RuleContext): boolean =>
  !file.endsWith('.prisma') && columns.some((column) => /(?:Id|_id|ID)$/.test(column)) && linker.host.uses(['mysql2', 'mysql', 'mariadb']);

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

const ways: Readonly<Record<string, (column: string) => string>> = {
  prisma: (column) => `Add \`@@index([${column}])\` to the model and migrate`,
  mongoose: (column) => `Add \`schema.index({ ${column}: 1 })\``,
  drizzle: (column) => `Add \`index('…').on(table.${column})\` to the table and migrate`,
  sequelize: (column) => `Add \`{ fields: ['${column}'] }\` to the model's \`indexes\` and migrate`,
};

const addIndex = (client: string, column: string): string => (Object.hasOwn(ways, client) ? ways[client](column) : `Add \`@Index()\` to \`${column}\` and migrate`);

/** A filter or order that no index of the table begins with: the database reads the whole table. */
export const missingIndex: Rule = {
  id: 'missing-index',
  summary: 'A filter or order by columns without an index',
  needs: [/\b(?:find|count|exist|aggregate|updateMany|deleteMany|where)\w*\s*\(/],
  onCall(occurrence, context) {
    const { file, event, root, inside } = occurrence;
    const effect = findEffect(context.linker, file, event);
    const asked = effect && askedTable(occurrence, effect.client.id, context);
    if (!effect || !asked || smallTables.test(asked.table.name)) return null;
    const { table, criteria } = asked;
    const columns = lacksIndex(table, criteria);
    if (columns.length === 0 || mayBeForeignKey(columns, table, context)) return null;
    const onRequest = context.requests.wayTo(inside) !== null || context.requests.wayTo(root) !== null;
    return {
      span: event.span,
      causes: [`index ${table.file} ${table.name} ${columns.join(' ')}`],
      kind: 'query',
      message: `\`${event.label}\` (${effect.client.name}) ${criteria.by === 'filter' ? 'filters' : 'sorts'} \`${table.name}\` by ${quoted(columns)}, and no index of it begins with ${columns.length === 1 ? 'that' : 'one of them'}: the database reads the whole table.`,
      severity: onRequest ? 'info' : 'hint',
      chain: [
        { file: file.path, span: event.span, label: event.label },
        { file: table.file, span: table.span, label: table.name },
      ],
      advice: `${addIndex(effect.client.id, columns[0])}; each index makes writes a little slower.`,
    };
  },
};
