import type { FileFacts } from '../callgraph/facts.ts';
import type { Term } from '../callgraph/terms.ts';

/** The last name of what a call calls: `transaction` of `db.transaction(…)`; empty when it has none. */
export const calleeName = (file: FileFacts, call: Term): string => {
  if (call.kind !== 'call' && call.kind !== 'new') return '';
  const { callee } = call;
  return callee.kind === 'binding' ? file.bindingNames[callee.id] : callee.kind === 'member' || callee.kind === 'global' ? callee.name : '';
};
