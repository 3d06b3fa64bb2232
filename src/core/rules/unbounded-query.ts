import { smallTables } from '../catalogue/find-all.ts';
import { findEffect } from '../callgraph/find-effect.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import { findsAllRows } from './find-all-rows.ts';
import type { Rule } from './rule.ts';

const layers = /services?|controllers?|repositor(?:y|ies)|resolvers?|modules?|providers?|handlers?/gi;

/** By the names of the table, the class and the file, of which a generic repository has only the last. */
const isSmall = ({ file, inside, event: { label, args } }: Occurrence): boolean => {
  const owner = inside.classId < 0 ? '' : file.classes[inside.classId].name;
  const around = `${owner} ${file.path.split('/').at(-1) ?? ''}`.replaceAll(layers, '');
  return smallTables.test(`${label} ${args[0]?.text ?? ''} ${around}`);
};

/** Every row of a table, read where a request is answered. */
export const unboundedQuery: Rule = {
  id: 'unbounded-query',
  summary: 'Every row of a table, read to answer a request',
  needs: [/\b(?:find|findMany|findAll|findAndCount|findAndCountAll|select|selectFrom)\b/i],
  onCall(occurrence, { linker, requests }) {
    const { file, event, root, inside } = occurrence;
    const effect = findEffect(linker, file, event);
    if (!effect || event.memoised || !findsAllRows(effect, event) || isSmall(occurrence)) return null;
    const way = requests.wayTo(inside) ?? requests.wayTo(root);
    if (!way) return null;
    return {
      span: event.span,
      kind: 'query',
      message: `\`${event.label}\` (${effect.client.name}) reads every row of its table to answer a request: no filter and no limit.`,
      severity: 'warning',
      chain: [...way, { file: file.path, span: event.span, label: event.label }],
      advice: 'Give it a limit and a page (a cursor, or `take`/`limit` with an order), or filter by what the request is about.',
    };
  },
};
