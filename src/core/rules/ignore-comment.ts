import type { FileFacts, SuppressionFacts } from '../callgraph/facts.ts';
import type { Finding } from '../model/finding.ts';
import { listNames, nearestNames } from './nearest-names.ts';
import type { Rule } from './rule.ts';
import { ruleIds } from './rule-ids.ts';

/** A comment that silences nothing, or does not say what or why. It is judged when all else of its file is known: `judgeComments`. */
export const ignoreComment: Rule = {
  id: 'ignore-comment',
  summary: 'A comment that silences nothing, or without a known rule or a reason',
  needs: [/flameline-ignore/],
};

type Verdict = Pick<Finding, 'kind' | 'message' | 'severity' | 'advice'>;

const isOf = ({ rule, line }: SuppressionFacts, finding: Finding): boolean => (line === 0 || line === finding.line) && [finding.rule, ...finding.alsoMatches].includes(rule);

/** A comment for a rule that did not run may be needed. */
const judge = (comment: SuppressionFacts, findings: readonly Finding[], isOn: (rule: string) => boolean): Verdict | null => {
  const { rule, reason, line } = comment;
  if (!ruleIds.includes(rule)) {
    const said = rule === '' ? 'This comment names no rule' : `No rule is called \`${rule}\``;
    return { kind: 'unknown-rule', severity: 'warning', message: `${said}: it silences nothing.`, advice: `Write \`flameline-ignore <rule>: reason\` with ${listNames(nearestNames(rule, ruleIds))}.` };
  }
  if (isOn(rule) && !findings.some((finding) => isOf(comment, finding))) {
    return { kind: 'unused', severity: 'info', message: `\`${rule}\` finds nothing in this ${line === 0 ? 'file' : 'place'}: this comment silences nothing.`, advice: 'Remove it.' };
  }
  return reason === '' ? { kind: 'no-reason', severity: 'info', message: `This comment does not say why \`${rule}\` is fine here.`, advice: `Write the reason behind a colon: \`flameline-ignore ${rule}: at most three\`.` } : null;
};

/** What is wrong with the comments of a file that silence, once its findings are known. */
export const judgeComments = (file: FileFacts, name: string, findings: readonly Finding[], isOn: (rule: string) => boolean): Finding[] =>
  file.suppressions.flatMap((comment) => {
    const verdict = judge(comment, findings, isOn);
    return verdict ? [{ rule: ignoreComment.id, ...verdict, file: name, ...comment.span, chain: [], alsoMatches: [] }] : [];
  });
