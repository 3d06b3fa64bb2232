import { growingTables, smallTables } from '../catalogue/find-all.ts';
import { findEffect } from '../callgraph/find-effect.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import { findsAllRows, textsOf } from './find-all-rows.ts';
import { rootOf } from './lists/term-root.ts';
import type { Rule } from './rule.ts';

const layers = /services?|controllers?|repositor(?:y|ies)|resolvers?|modules?|providers?|handlers?/gi;

/** What the call names its table by; options are none: `orderBy` is no order. */
const tableNames = ({ file, event: { label, args, term } }: Occurrence): string => {
  const root = rootOf(term);
  const given = args[0]?.term.kind === 'object' ? '' : (args[0]?.text ?? '');
  return `${root.kind === 'binding' ? file.bindingNames[root.id] : ''} ${label} ${given} ${textsOf(term)}`.replaceAll(layers, '');
};

/** The names of the class and the file, which are all that a generic repository has. */
const placeNames = ({ file, inside }: Occurrence): string => {
  const owner = inside.classId < 0 ? '' : file.classes[inside.classId].name;
  return `${owner} ${file.path.split('/').at(-1) ?? ''}`.replaceAll(layers, '');
};

/** The table's own name counts before that of the place: `users` in `admin.service.ts` grow. */
const isSmallTable = (occurrence: Occurrence): boolean => {
  const table = tableNames(occurrence);
  return smallTables.test(table) || (!growingTables.test(table) && smallTables.test(placeNames(occurrence)));
};

const isGrowingTable = (occurrence: Occurrence): boolean => growingTables.test(tableNames(occurrence)) || growingTables.test(placeNames(occurrence));

/** Every row of a table, read where a request is answered. */
export const unboundedQuery: Rule = {
  id: 'unbounded-query',
  summary: 'Every row of a table, read to answer a request',
  needs: [/\b(?:find|findMany|findAll|findAndCount|findAndCountAll|select|selectFrom)\b/i],
  onCall(occurrence, { linker, requests }) {
    const { file, event, root, inside } = occurrence;
    const effect = findEffect(linker, file, event);
    if (!effect || event.memoised || !findsAllRows(effect, event, inside.isAsync) || isSmallTable(occurrence)) return null;
    const way = requests.wayTo(inside) ?? requests.wayTo(root);
    if (!way) return null;
    return {
      span: event.span,
      kind: 'query',
      message: `\`${event.label}\` (${effect.client.name}) reads every row of its table to answer a request: no filter and no limit.`,
      severity: isGrowingTable(occurrence) ? 'warning' : 'hint',
      chain: [...way, { file: file.path, span: event.span, label: event.label }],
      advice: 'Give it a limit and a page (a cursor, or `take`/`limit` with an order), or filter by what the request is about.',
    };
  },
};
