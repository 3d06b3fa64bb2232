import type { Occurrence } from '../callgraph/occurrences.ts';
import { Reach, type Reached } from '../callgraph/reach.ts';
import type { RuleContext } from './rule.ts';

export type Reaching<Found> = (occurrence: Occurrence, context: RuleContext) => Reached<Found> | null;

/** Asks of a call what it is or, through functions, ends in. What functions end in is remembered as long as the project is the same. */
export const reaching = <Found>(find: (occurrence: Occurrence, context: RuleContext) => Found | null): Reaching<Found> => {
  const known = new WeakMap<RuleContext, Reach<Found>>();
  return (occurrence, context) => {
    const reach = known.get(context) ?? new Reach(context.occurrences, context.summaries, (asked) => find(asked, context));
    known.set(context, reach);
    return reach.from(occurrence);
  };
};
