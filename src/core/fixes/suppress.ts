import type { TSESTree } from '@typescript-eslint/types';
import type { SourceEdit } from '../model/source-fix.ts';
import { findCall, nodesAround } from './find-place.ts';
import { indentOf, lineEndOf, lineStart } from './text-lines.ts';

export interface Suppression {
  readonly rule: string;
  /** As the user wrote it; put on one line. */
  readonly reason: string;
  /** `file` silences the rule in the whole file. */
  readonly scope: 'place' | 'file';
}

/** A comment that silences a rule at the call from `start` to `end`, or in its file. */
export function suppress(program: TSESTree.Program, text: string, [start, end]: readonly [number, number], { rule, reason, scope }: Suppression): SourceEdit {
  const said = `${rule}: ${reason.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /').trim()}`;
  if (scope === 'file') return insert(afterHashbang(text), `// flameline-ignore-file ${said}${lineEndOf(text)}`);
  const from = lineStart(text, start);
  const comment = `flameline-ignore ${said}`;
  if (isInTemplate(program, from)) return insert(findCall(program, start, end)?.node.range[0] ?? start, `/* ${comment} */ `);
  return insert(from, `${indentOf(text, start)}${isBetweenTags(program, from) ? `{/* ${comment} */}` : `// ${comment}`}${lineEndOf(text)}`);
}

const insert = (at: number, text: string): SourceEdit => ({ start: at, end: at, text });

const afterHashbang = (text: string): number => (text.startsWith('#!') ? text.search(/[\n\r]|$/) + lineEndOf(text).length : 0);

/** A line that begins within a template literal can't take a comment of its own. */
const isInTemplate = (program: TSESTree.Program, from: number): boolean =>
  nodesAround(program, from).some(({ type, range }) => type === 'TemplateLiteral' && range[0] < from);

/** Where text between tags goes on, a line comment would be shown to the reader. The end of the line before is such text. */
const isBetweenTags = (program: TSESTree.Program, from: number): boolean => from > 0 && nodesAround(program, from - 1)[0].type === 'JSXText';
