import type { LineRange, Span } from '../callgraph/facts.ts';
import type { Rule, RuleHit } from './rule.ts';

export interface RuledHit extends RuleHit {
  readonly rule: Rule;
  /** Heads of the loops around it. */
  readonly loops?: readonly LineRange[];
}

export interface MergedHit {
  readonly hit: RuledHit;
  /** Ids of rules that saw the same cause. */
  readonly others: string[];
}

/** Calls of one chain, `find(…).lean()`, begin at one place. */
const keyOf = (cause: Span | string): string => (typeof cause === 'string' ? cause : `${cause.line}:${cause.column}`);

/** One cause, one finding: of hits that share a place the one of the first rule stays and names the others. */
export const mergeHits = (hits: readonly RuledHit[], rules: readonly Rule[]): MergedHit[] => {
  const merged: MergedHit[] = [];
  const byCause = new Map<string, MergedHit>();
  for (const hit of hits.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule))) {
    const causes = [hit.span, ...(hit.causes ?? [])].map(keyOf);
    const winners = new Set(causes.flatMap((cause) => byCause.get(cause) ?? []));
    for (const { hit: winner, others } of winners) if (winner.rule.id !== hit.rule.id && !others.includes(hit.rule.id)) others.push(hit.rule.id);
    if (winners.size > 0) continue;
    const added = { hit, others: [] };
    merged.push(added);
    for (const cause of causes) byCause.set(cause, added);
  }
  return merged;
};
