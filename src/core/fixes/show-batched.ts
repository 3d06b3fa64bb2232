import { capitalize } from './names.ts';
import { repeats } from './element-loop.ts';
import { findCall } from './find-place.ts';
import type { Fixer } from './fixer.ts';
import { indentOf, lineEndOf, lineStart, offsetOf } from './text-lines.ts';

/** The one query and the look-up, as each client writes them; `rows` and `keys` are to be named. */
const skeletons: Readonly<Record<string, readonly string[]>> = {
  prisma: ['const rows = await prisma.model.findMany({ where: { id: { in: keys } } });', 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
  typeorm: ['const rows = await repository.findBy({ id: In(keys) });', 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
  sequelize: ['const rows = await Model.findAll({ where: { id: keys } });', 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
  mongoose: ['const rows = await Model.find({ _id: { $in: keys } });', 'const rowById = new Map(rows.map((row) => [String(row._id), row]));'],
  knex: ["const rows = await knex('table').whereIn('id', keys);", 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
  drizzle: ['const rows = await db.select().from(table).where(inArray(table.id, keys));', 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
  pg: ["const { rows } = await pool.query('select … where id = any($1)', [keys]);", 'const rowById = new Map(rows.map((row) => [row.id, row]));'],
};

/** Where no edit is plainly safe: what could be written, as a comment above the loop, to be looked at first. */
export const showBatched: Fixer = ({ program, text, finding }) => {
  const { client = '', advice, line, column, endLine, endColumn } = finding;
  const place = findCall(program, offsetOf(text, line, column), offsetOf(text, endLine, endColumn));
  const around = place?.ancestors ?? [];
  const at = around.findIndex((node, index) => repeats(node, around[index + 1]));
  const statement = around.slice(Math.max(at, 0)).find(({ type }) => isLoopOrStatement(type));
  if (at < 0 || !statement || !Object.hasOwn(skeletons, client)) return null;
  const start = statement.range[0];
  if (text.slice(lineStart(text, start), start).trim() !== '') return null;
  const end = `${lineEndOf(text)}${indentOf(text, start)}`;
  const lines = [capitalize(advice.replaceAll(/\s+/g, ' ')), ...skeletons[client].map((code) => `  ${code}`)].map((code) => `// ${code}`);
  return { title: 'Show the one query as a comment above the loop', kind: 'preview', edits: [{ start, end: start, text: lines.join(end) + end }] };
};

const isLoopOrStatement = (type: string): boolean => type.endsWith('Statement') || type === 'VariableDeclaration';
