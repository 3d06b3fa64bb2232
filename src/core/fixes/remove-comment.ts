import type { SourceFix } from '../model/source-fix.ts';
import type { FixRequest } from './fixer.ts';
import { lineStart, offsetOf } from './text-lines.ts';

/** Takes away a comment that silences nothing, with its line where it has one of its own and with the braces around it in JSX. */
export const removeComment = ({ text, finding }: FixRequest): SourceFix | null => {
  if (finding.kind === 'no-reason') return null;
  let start = offsetOf(text, finding.line, finding.column);
  let end = offsetOf(text, finding.endLine, finding.endColumn);
  if (!text.slice(start, end).includes('flameline-ignore')) return null;
  if (text[start - 1] === '{' && text[end] === '}') [start, end] = [start - 1, end + 1];
  const from = lineStart(text, start);
  const code = text.slice(from, start).trimEnd();
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  // Behind code the line stays; before code so do the blanks.
  if (rest !== undefined) [start, end] = code === '' ? [from, end + rest.length] : [from + code.length, end];
  return { title: 'Remove this comment', kind: 'edit', edits: [{ start, end, text: '' }] };
};
