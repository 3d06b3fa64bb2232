import type { TSESTree } from '@typescript-eslint/types';
import type { LineTable } from '../syntax/line-table.ts';
import type { SuppressionFacts } from './facts.ts';

const word = 'flameline-ignore';
const written = /flameline-ignore(-file)?\s+([\w-]+)\s*(?:(:)\s*)?/y;
/** Not a comment that only speaks of such comments. */
const begins = /^[\s*]*flameline-ignore\b/;

/** Whether the comments of a text are worth reading. */
export const mayBeSilenced = (text: string): boolean => text.includes(word);

interface Written {
  readonly whole: boolean;
  readonly rule: string;
  readonly reason: string;
}

/** What a comment says up to its end, a reason in one line. An expression for all of it would take the square of the length. */
const readWritten = (comment: string): Written | null => {
  const said = comment.trimEnd();
  const lastBreak = Math.max(...['\n', '\r', '\u2028', '\u2029'].map((end) => said.lastIndexOf(end)));
  for (let from = said.indexOf(word); from >= 0; from = said.indexOf(word, from + 1)) {
    written.lastIndex = from;
    const match = written.exec(said);
    const behind = written.lastIndex;
    if (match && (match[3] ? behind > lastBreak : behind === said.length)) return { whole: match[1] !== undefined, rule: match[2], reason: said.slice(behind) };
  }
  return null;
};

/** Nothing but blanks and JSX's brace is before it in its line; looked at backwards, for many comments may share a long line. */
const standsAlone = (text: string, start: number): boolean => {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && /[\s{]/.test(text[at])) at--;
  return at < 0 || text[at] === '\n';
};

/** `// flameline-ignore <rule>: reason` silences the line it ends, or the next one when it stands alone; `flameline-ignore-file` the whole file. */
export const readSuppressions = (comments: readonly TSESTree.Comment[], text: string, lines: LineTable): SuppressionFacts[] =>
  comments.flatMap((comment) => {
    const { value, range } = comment;
    const said = value.includes(word) ? readWritten(value) : null;
    if (!said) return begins.test(value) ? [{ rule: '', reason: '', line: 0, span: lines.placeOf(comment) }] : [];
    const { whole, rule, reason } = said;
    return [{ rule, reason, line: whole ? 0 : standsAlone(text, range[0]) ? lines.lineOf(range[1]) + 1 : lines.lineOf(range[0]), span: lines.placeOf(comment) }];
  });
