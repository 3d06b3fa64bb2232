import { isRecord } from '../../protocol/guards.ts';

/** The rule an argument of a command names: by its id, or a row of the view; empty for anything else. */
export function ruleOf(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  if (!isRecord(argument)) return '';
  const { group, found } = argument;
  if (isRecord(group) && typeof group.rule === 'string') return group.rule;
  const finding = isRecord(found) ? found.finding : null;
  return isRecord(finding) && typeof finding.rule === 'string' ? finding.rule : '';
}
