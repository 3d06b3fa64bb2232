import { decoratorName } from '../callgraph/callee-name.ts';
import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import { judgeRendered, renderedReader } from './rendered-components.ts';
import type { Rule } from './rule.ts';
import { isBuiltResolver } from './schema-builders.ts';

const fieldDecorators = new Set(['ResolveField', 'ResolveProperty', 'ResolveReference', 'FieldResolver']);
const rootTypes = new Set(['Query', 'Mutation', 'Subscription', 'RootQuery', 'RootMutation']);

/** `resolvers.User.posts`: a member of a type that is none of the roots. */
const isInResolverMap = ({ path }: FunctionFacts): boolean => {
  const at = path.findIndex((name) => /resolvers?$/i.test(name));
  const type = path[at + 1] ?? '';
  return at >= 0 && path.length >= at + 3 && /^[A-Z]/.test(type) && !rootTypes.has(type);
};

const isFieldResolver = (file: FileFacts, facts: FunctionFacts): boolean =>
  facts.decorators.some((decorator) => fieldDecorators.has(decoratorName(file, decorator))) || isInResolverMap(facts) || isBuiltResolver(file, facts);

/** Of a builder's field the function is `resolve`, its name that of the member around. */
const fieldName = ({ name, path }: FunctionFacts): string => (name === 'resolve' ? (path.findLast((part) => !/^(?:resolve|definition|fields)$/.test(part)) ?? name) : name);

/** A query in the resolver of a field, or in an async component per element: GraphQL and React run it once per parent. */
export const nPlusOneResolver: Rule = {
  id: 'n-plus-one-resolver',
  summary: 'A query in a GraphQL field resolver or an async component, which runs once per parent',
  needs: [/ResolveField|ResolveProperty|ResolveReference|FieldResolver|resolvers?\b|\bresolve\b|\.map\([^]{0,400}?<[A-Z]/i],
  reader: renderedReader,
  onNote: judgeRendered,
  onCall(occurrence, { linker, summaries }) {
    const { file, root, event, loops } = occurrence;
    if (!isFieldResolver(file, root) || loops.some((loop) => multiplies(linker, loop, occurrence))) return null;
    const witness = summaries.witness(occurrence);
    if (!witness || witness.effect.batched || witness.effect.client.kind !== 'query') return null;
    const { effect, hops } = witness;
    const ways = hops.slice(0, -1).map(({ label }) => `\`${label}\``);
    return {
      span: event.span,
      kind: effect.client.kind,
      client: effect.client.id,
      dataSized: true,
      message: `\`${effect.label}\` (${effect.client.name}) runs once per parent of the field \`${fieldName(root)}\`: one query each${ways.length > 0 ? `, through ${ways.join(' → ')}` : ''}.`,
      severity: effect.inProcess || event.memoised ? 'info' : 'warning',
      chain: hops,
      advice: 'Load through a DataLoader keyed by the parent, made anew for each request, or join in the query of the parent.',
    };
  },
};
