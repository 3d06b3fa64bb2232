import type { TSESTree } from '@typescript-eslint/types';
import type { SourceFix } from '../model/source-fix.ts';
import type { FixRequest } from './fixer.ts';
import { nodesAround } from './find-place.ts';
import { lineStart, offsetOf } from './text-lines.ts';

/** Braces elsewhere are a block's or an object's. */
const isAloneInJsx = (program: TSESTree.Program, start: number, behind: string): boolean =>
  start > 0 && behind === '}' && nodesAround(program, start - 1)[0]?.type === 'JSXExpressionContainer';

/** Takes away a comment that silences nothing, with its line where it has one of its own and with the braces around it in JSX. */
export const removeComment = ({ program, text, finding }: FixRequest): SourceFix | null => {
  if (finding.kind === 'no-reason') return null;
  let start = offsetOf(text, finding.line, finding.column);
  let end = offsetOf(text, finding.endLine, finding.endColumn);
  if (!text.slice(start, end).includes('flameline-ignore')) return null;
  if (isAloneInJsx(program, start, text[end])) [start, end] = [start - 1, end + 1];
  const from = lineStart(text, start);
  const code = text.slice(from, start).trimEnd();
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  // Behind code the line stays; before code so do the blanks.
  if (rest !== undefined) [start, end] = code === '' ? [from, end + rest.length] : [from + code.length, end];
  return { title: 'Remove this comment', kind: 'edit', edits: [{ start, end, text: '' }] };
};
