import type { FileFacts } from '../../callgraph/facts.ts';
import type { LoopContext } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import type { RuleContext } from '../rule.ts';

const furthest = 8;
const ofRequests = new Set(['req', 'request', 'ctx']);

type Call = Extract<Term, { kind: 'call' }>;

/** The call is a query, or a function of the project that asks one. */
const asksQuery = ({ linker, summaries }: RuleContext, file: FileFacts, call: Call): boolean =>
  linker.values(file, call).some(({ kind }) => kind === 'shape') ||
  linker.values(file, call.callee).some((value) => {
    if (value.kind === 'run') return value.client.kind === 'query';
    return value.kind === 'function' && summaries.of(value.file, value.file.functions[value.id]).query?.effect.client.kind === 'query';
  });

const ofCall = (context: RuleContext, file: FileFacts, call: Call, steps: number): boolean => {
  if (asksQuery(context, file, call)) return true;
  if (call.callee.kind !== 'member') return false;
  const from = call.callee.object.kind === 'global' ? call.args[0] : call.callee.object;
  return from !== undefined && isData(context, file, from, steps);
};

const isData = (context: RuleContext, file: FileFacts, term: Term, steps: number): boolean => {
  if (steps > furthest) return false;
  const follow = (next: Term): boolean => isData(context, file, next, steps + 1);
  switch (term.kind) {
    case 'binding':
      return ofRequests.has(file.bindingNames[term.id]) || follow(file.bindings[term.id]);
    case 'member':
      return follow(term.object);
    case 'element':
      return follow(term.of);
    case 'either':
      return term.options.some(follow);
    case 'array':
      return term.items.some((item) => item.kind === 'element' && follow(item));
    case 'call':
      return ofCall(context, file, term, steps + 1);
    default:
      return false;
  }
};

/** The code shows that as many elements come as a query answers with, or a request brings along. */
export const isDataSized = (context: RuleContext, { file, iterable }: LoopContext): boolean => isData(context, file, iterable, 0);
