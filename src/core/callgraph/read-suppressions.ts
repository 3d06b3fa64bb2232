import type { TSESTree } from '@typescript-eslint/types';
import type { LineTable } from '../syntax/line-table.ts';
import type { SuppressionFacts } from './facts.ts';

const written = /flameline-ignore(-file)?\s+([\w-]+)\s*(?::\s*(.*?))?\s*$/;
/** Not a comment that only speaks of such comments. */
const begins = /^[\s*]*flameline-ignore\b/;

/** Whether the comments of a text are worth reading. */
export const mayBeSilenced = (text: string): boolean => text.includes('flameline-ignore');

/** `// flameline-ignore <rule>: reason` silences the line it ends, or the next one when it stands alone; `flameline-ignore-file` the whole file. */
export const readSuppressions = (comments: readonly TSESTree.Comment[], text: string, lines: LineTable): SuppressionFacts[] =>
  comments.flatMap((comment) => {
    const { value, range } = comment;
    const match = value.includes('flameline-ignore') ? written.exec(value) : null;
    if (!match) return begins.test(value) ? [{ rule: '', reason: '', line: 0, span: lines.placeOf(comment) }] : [];
    const [, whole, rule, reason = ''] = match;
    const before = text.slice(text.lastIndexOf('\n', range[0] - 1) + 1, range[0]);
    const alone = /^[\s{]*$/.test(before);
    return [{ rule, reason, line: whole ? 0 : alone ? lines.lineOf(range[1]) + 1 : lines.lineOf(range[0]), span: lines.placeOf(comment) }];
  });
