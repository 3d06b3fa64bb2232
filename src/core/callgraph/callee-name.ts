import type { DecoratorFacts, FileFacts } from './facts.ts';
import type { Term } from './terms.ts';

/** The last name of what a call calls: `transaction` of `db.transaction(…)`; empty when it has none, as `require('./a')(b)`. */
export const calleeName = (file: FileFacts, call: Term): string => {
  return call.kind === 'call' || call.kind === 'new' ? decoratorName(file, call) : '';
};

/** `Get` of `@Get('/users')`. */
export const decoratorName = (file: FileFacts, { callee }: Pick<DecoratorFacts, 'callee'>): string => {
  if (callee.kind === 'binding') return file.bindingNames[callee.id];
  return callee.kind === 'member' || callee.kind === 'global' ? callee.name : '';
};
