import { calleeName } from '../callgraph/callee-name.ts';
import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import type { Term } from '../callgraph/terms.ts';
import { enclosing } from './enclosing.ts';

/** Calls of Pothos and Nexus that define fields of a type, be it by an object with `fields` or `definition` or by a function. */
const ofTypes = /^(?:objectType|extendType|interfaceType|prismaObject|prismaNode|prismaInterface|drizzleObject|drizzleNode|node|implement|loadableObject|loadableNode|objectFields?|prismaObjectFields?|interfaceFields?|externalRef|asEntity|entity)$/;
const rootTypes = /^(?:Query|Mutation|Subscription)$/;

type Written = Extract<Term, { kind: 'object' }>;

const textOf = (term: Term | undefined): string => (term?.kind === 'text' ? term.text : '');

/** The type is none of the roots, which are asked once: by `name` or `type` in Nexus, by the first argument elsewhere. */
const isOfParents = (args: readonly Term[], options: Written | undefined): boolean =>
  ![textOf(args[0]), textOf(options?.members.get('name')), textOf(options?.members.get('type'))].some((name) => rootTypes.test(name));

const definesWith = (options: Written, { id }: FunctionFacts): boolean =>
  ['fields', 'definition'].some((name) => {
    const member = options.members.get(name);
    return member?.kind === 'function' && member.id === id;
  });

const definesFields = (file: FileFacts, facts: FunctionFacts): boolean => {
  const passed = facts.passedTo?.call;
  if (passed?.kind === 'call' && ofTypes.test(calleeName(file, passed))) return isOfParents(passed.args, undefined);
  return file.functions[Math.max(facts.parent, 0)].events.some(({ term }) => {
    if (term.kind !== 'call' || !ofTypes.test(calleeName(file, term))) return false;
    const options = term.args.find((arg) => arg.kind === 'object');
    return options !== undefined && definesWith(options, facts) && isOfParents(term.args, options);
  });
};

/** `resolve` of a field that is given to a builder of schemas: `builder.objectType('User', { fields: (t) => ({ posts: t.field({ resolve }) }) })`. */
export const isBuiltResolver = (file: FileFacts, facts: FunctionFacts): boolean =>
  facts.path.at(-1) === 'resolve' && facts.parameters.length > 0 && enclosing(file, facts).slice(1).some((outer) => definesFields(file, outer));
