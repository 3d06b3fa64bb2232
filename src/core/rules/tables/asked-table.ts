import type { Occurrence } from '../../callgraph/occurrences.ts';
import type { RuleContext } from '../rule.ts';
import { askedDrizzle } from './ask-drizzle.ts';
import { askedMongoose } from './ask-mongoose.ts';
import { askedSequelize } from './ask-sequelize.ts';
import { repositoryEntity } from './find-entity.ts';
import { readFilter, readOptions } from './read-criteria.ts';
import { providerOf, readPrismaSchema } from './read-prisma-schema.ts';
import { declaresIndexes, readTypeormTable } from './read-typeorm-table.ts';
import type { Asked, Table } from './table.ts';

const prismaTables = new WeakMap<RuleContext, ReadonlyMap<string, Table | null>>();

/** Tables by the name a client gives them, `orderLine`; `null` for one that several schemas define. */
const tablesOf = (context: RuleContext): ReadonlyMap<string, Table | null> => {
  const known = prismaTables.get(context);
  if (known) return known;
  const schemas = context.linker.host.schemas();
  const provider = schemas.map(({ text }) => providerOf(text)).find((found) => found !== '') ?? '';
  const tables = new Map<string, Table | null>();
  for (const table of schemas.flatMap(({ path, text }) => readPrismaSchema(path, text, provider))) {
    const name = table.name[0].toLowerCase() + table.name.slice(1);
    tables.set(name, tables.has(name) ? null : table);
  }
  prismaTables.set(context, tables);
  return tables;
};

const prismaMethods = new Set(['findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'updateMany', 'deleteMany']);
const typeormByFilter = new Set(['findBy', 'findOneBy', 'findOneByOrFail', 'countBy', 'existsBy', 'findAndCountBy']);
const typeormByOptions = new Set(['find', 'findOne', 'findOneOrFail', 'findAndCount', 'count', 'exists', 'exist']);

const askedPrisma = ({ file, event: { term } }: Occurrence, context: RuleContext): Asked | null => {
  if (term.kind !== 'call' || term.callee.kind !== 'member' || !prismaMethods.has(term.callee.name) || term.callee.object.kind !== 'member') return null;
  const table = tablesOf(context).get(term.callee.object.name);
  const criteria = readOptions(file, term.args[0], { order: 'orderBy', take: 'take' });
  return table && criteria ? { table, criteria } : null;
};

const declaring = new WeakMap<RuleContext, boolean>();

/** Where no entity declares an index, they are made elsewhere, by migrations or another project, or nobody made any: the code does not say. */
const knowsIndexes = (context: RuleContext): boolean => {
  const { host } = context.linker;
  const known = declaring.get(context) ?? host.filesMarked('tables').some((path) => {
    const file = host.facts(path);
    return file !== null && declaresIndexes(file);
  });
  declaring.set(context, known);
  return known;
};

const askedTypeorm = ({ file, event: { term } }: Occurrence, context: RuleContext): Asked | null => {
  const { linker } = context;
  if (term.kind !== 'call' || term.callee.kind !== 'member') return null;
  const { name, object } = term.callee;
  const criteria = typeormByFilter.has(name) ? readFilter(file, term.args[0]) : typeormByOptions.has(name) ? readOptions(file, term.args[0], { order: 'order', take: 'take' }) : null;
  const entity = criteria && repositoryEntity(linker, file, object);
  const table = entity && readTypeormTable(linker, entity.file, entity.id);
  return table && knowsIndexes(context) ? { table, criteria } : null;
};

const readers: Readonly<Record<string, (occurrence: Occurrence, context: RuleContext) => Asked | null>> = {
  prisma: askedPrisma,
  typeorm: askedTypeorm,
  mongoose: (occurrence, { linker }) => askedMongoose(occurrence, linker),
  drizzle: (occurrence, { linker }) => askedDrizzle(occurrence, linker),
  sequelize: (occurrence, { linker }) => askedSequelize(occurrence, linker),
};

/** The table a query asks and its criteria, as far as both are written out. */
export const askedTable = (occurrence: Occurrence, clientId: string, context: RuleContext): Asked | null =>
  (Object.hasOwn(readers, clientId) ? readers[clientId](occurrence, context) : null);
