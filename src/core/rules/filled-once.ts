import type { TSESTree } from '@typescript-eslint/types';
import type { FileFacts, Span } from '../callgraph/facts.ts';
import type { NoteReader } from '../callgraph/note-reader.ts';
import { readTerm } from '../callgraph/read-terms.ts';
import { contains } from '../callgraph/spans.ts';

/** `kept` of `if (!kept)`, `if (kept === null)` and `if (kept === undefined)`. */
const emptyName = (test: TSESTree.Expression): TSESTree.Identifier | null => {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument.type === 'Identifier' ? test.argument : null;
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator) || test.left.type !== 'Identifier') return null;
  const isNothing = (test.right.type === 'Literal' && test.right.value === null) || (test.right.type === 'Identifier' && test.right.name === 'undefined');
  return isNothing ? test.left : null;
};

const fills = (name: string, text: string): boolean => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}\\s*=(?![=>])`).test(text);

/** Notes the block that fills a variable which is still empty: `if (!kept) { kept = … }`. */
export const filledOnceReader: NoteReader = {
  rule: 'sync-blocking',
  nodes: ['IfStatement'],
  read(node, names, text) {
    if (node.type !== 'IfStatement') return null;
    const kept = emptyName(node.test);
    return kept && fills(kept.name, text.slice(...node.consequent.range)) ? { at: node.consequent, terms: { kept: readTerm(kept, names) } } : null;
  },
};

/** The call runs once in the life of the process: the block it stands in fills a variable of the module, which outlives the function. */
export const isFilledOnce = (file: FileFacts, span: Span): boolean =>
  file.notes.some(({ rule, terms: { kept }, span: block }) => {
    if (rule !== filledOnceReader.rule || kept.kind !== 'binding' || !contains(block, span)) return false;
    const { functionId, depth } = file.bindingPlaces[kept.id];
    return functionId === 0 && depth === 0;
  });
