import type { TSESTree } from '@typescript-eslint/types';
import type { SourceEdit } from '../model/source-fix.ts';
import { addImport } from './add-import.ts';
import { type Batch, type ReadBatch, textOf } from './batch.ts';
import { batchDrizzle } from './clients/drizzle.ts';
import { batchKnex } from './clients/knex.ts';
import { batchMongoose } from './clients/mongoose.ts';
import { batchPg } from './clients/pg.ts';
import { batchPrisma } from './clients/prisma.ts';
import { batchSequelize } from './clients/sequelize.ts';
import { batchTypeorm } from './clients/typeorm.ts';
import { type ElementLoop, findElementLoop } from './element-loop.ts';
import type { Fixer } from './fixer.ts';
import { findCall, namesUsed, nodesBelow, type Place } from './find-place.ts';
import { capitalize, namesOf, takeName, uncapitalize } from './names.ts';
import { indentOf, lineEndOf, offsetOf } from './text-lines.ts';

const clients: Readonly<Record<string, ReadBatch>> = {
  prisma: batchPrisma, typeorm: batchTypeorm, sequelize: batchSequelize, mongoose: batchMongoose, knex: batchKnex, drizzle: batchDrizzle, pg: batchPg,
};

/** One query for all elements before the loop, and a Map in it: only where the call is in the loop and every turn reaches it. */
export const batchQuery: Fixer = ({ program, text, finding }) => {
  const { client = '', line, column, endLine, endColumn, chain } = finding;
  const place = chain.length === 1 && Object.hasOwn(clients, client) ? findCall(program, offsetOf(text, line, column), offsetOf(text, endLine, endColumn)) : null;
  const batch = place && clients[client](place.node, text);
  const loop = place && findElementLoop(place);
  if (!place || !batch || !loop || !isKeyOfElement(batch.key, loop) || !isPlain(loop.iterable) || isMixed(place, batch, loop, text) || !isUsedAs(place, batch)) return null;
  const taken = namesOf(program);
  const imported = batch.needs ? addImport(program, text, batch.needs, taken) : { name: '', edits: [] };
  if (!imported) return null;
  const edits = [...imported.edits, ...write(place, batch, loop, text, taken)];
  return { title: `Fetch all with one query before the loop, look up by \`${batch.field}\``, kind: batch.isUnsure ? 'preview' : 'edit', edits };
};

/** The element, or a member right on it: what lies deeper may be missing, and is not asked for elsewhere. */
function isKeyOfElement(key: TSESTree.Expression, { pattern }: ElementLoop): boolean {
  const hasDefault = [...nodesBelow(pattern)].some(({ type }) => type === 'AssignmentPattern');
  const root = key.type === 'MemberExpression' && !key.computed && !key.optional ? key.object : key;
  return !hasDefault && root.type === 'Identifier' && elementNames(pattern).has(root.name);
}

const elementNames = (pattern: TSESTree.Node): Set<string> => new Set(Array.from(namesUsed(pattern), ({ name }) => name));

/** Reading it twice gives the same twice. */
const isPlain = (node: TSESTree.Expression): boolean =>
  node.type === 'Identifier' || node.type === 'ThisExpression' || (node.type === 'MemberExpression' && !node.computed && !node.optional && isPlain(node.object));

/** The rest of the query depends on the element, or the turn asks the same table for something else. */
function isMixed({ node }: Place, { key, receiver }: Batch, { pattern, body }: ElementLoop, text: string): boolean {
  const names = elementNames(pattern);
  for (const used of namesUsed(node)) if (names.has(used.name) && !isWithin(used, key)) return true;
  for (const other of nodesBelow(body)) if (other.type === 'CallExpression' && !isWithin(other, node) && !isWithin(node, other) && textOf(text, other.callee).startsWith(receiver)) return true;
  return false;
}

const isWithin = ({ range }: TSESTree.Node, outer: TSESTree.Node): boolean => range[0] >= outer.range[0] && range[1] <= outer.range[1];

/** Of an answer nothing but its rows is asked for: `const { rows } = await …`, `(await …).rows`. */
function isUsedAs({ ancestors: [parent, holder] }: Place, { gives }: Batch): boolean {
  if (gives !== 'answer') return true;
  if (parent.type !== 'AwaitExpression') return false;
  if (holder.type === 'MemberExpression') return !holder.computed && holder.property.type === 'Identifier' && holder.property.name === 'rows';
  const pattern = holder.type === 'VariableDeclarator' && holder.id.type === 'ObjectPattern' && holder.id.properties.length === 1 ? holder.id.properties[0] : null;
  return pattern?.type === 'Property' && !pattern.computed && pattern.key.type === 'Identifier' && pattern.key.name === 'rows';
}

function write({ node, ancestors }: Place, batch: Batch, { iterable, pattern, statement }: ElementLoop, text: string, taken: Set<string>): SourceEdit[] {
  const [parent, grandparent] = ancestors;
  const replaced = parent.type === 'AwaitExpression' ? parent : node;
  const holder = replaced === parent ? grandparent : parent;
  const base = holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.name : uncapitalize(/(\w+)\W*$/.exec(batch.receiver)?.[1] ?? 'row');
  const names = { rows: takeName(`${base}Rows`, taken), map: takeName(`${base}By${capitalize(batch.field.replace(/^_/, ''))}`, taken), row: takeName('row', taken) };
  const [list, element, key] = [textOf(text, iterable), textOf(text, pattern), textOf(text, batch.key)];
  const keys = key === element ? `[...${list}]` : `Array.from(${list}, (${element}) => ${key})`;
  const as = (value: string): string => (batch.byText ? `String(${value})` : value);
  const lines = [`const ${batch.gives === 'answer' ? `{ rows: ${names.rows} }` : names.rows} = await ${batch.query(keys)};`, ...index(names, as(`${names.row}.${batch.field}`), batch)];
  const indent = indentOf(text, statement.range[0]);
  const got = `${names.map}.get(${as(key)})${{ null: ' ?? null', undefined: '', rows: ' ?? []', answer: ' ?? []' }[batch.gives]}`;
  const found = batch.gives === 'answer' ? `{ rows: ${got} }` : got;
  return [
    { start: statement.range[0], end: statement.range[0], text: lines.map((line) => `${line}${lineEndOf(text)}${indent}`).join('') },
    { start: replaced.range[0], end: replaced.range[1], text: standsAlone(holder) || batch.gives === 'answer' ? found : `(${found})` },
  ];
}

function index({ rows, map, row }: { readonly rows: string; readonly map: string; readonly row: string }, key: string, { gives }: Batch): string[] {
  if (gives === 'null' || gives === 'undefined') return [`const ${map} = new Map(${rows}.map((${row}) => [${key}, ${row}]));`];
  // An empty list of the rows' own type, in TypeScript and in JavaScript.
  return [
    `const ${map} = new Map(${rows}.map((${row}) => [${key}, [${row}].slice(1)]));`,
    `for (const ${row} of ${rows}) ${map}.get(${key})?.push(${row});`,
  ];
}

/** Nothing beside it binds closer than `??`. */
const standsAlone = (holder: TSESTree.Node): boolean =>
  ['VariableDeclarator', 'ReturnStatement', 'ArrowFunctionExpression', 'CallExpression', 'Property', 'ArrayExpression', 'AssignmentExpression', 'ExpressionStatement'].includes(holder.type);
