import type { TSESTree } from '@typescript-eslint/types';
import { childNodes } from '../callgraph/child-nodes.ts';
import type { NoteCandidate } from '../callgraph/note-reader.ts';
import type { NotedPlace } from '../callgraph/occurrences.ts';
import { type Names, readTerm } from '../callgraph/read-terms.ts';
import type { Term } from '../callgraph/terms.ts';
import { isDataLoop } from './lists/data-loop.ts';
import { isOfTurn } from './lists/turn.ts';
import { judgeBacktracking, readLiteral } from './slow-regexp-texts.ts';
import type { Rule, RuleContext, RuleHit } from './rule.ts';

const identifiers = (node: TSESTree.Node): readonly TSESTree.Node[] => {
  if (node.type === 'Identifier') return [node];
  return node.type === 'MemberExpression' && !node.computed ? identifiers(node.object) : childNodes(node).flatMap(identifiers);
};

/** Another function may be given such a text too, and take it for a glob or a key. */
const isRegExp = ({ callee }: TSESTree.NewExpression | TSESTree.CallExpression, names: Names): boolean => callee.type === 'Identifier' && callee.name === 'RegExp' && names.lookup('RegExp') === undefined;

/** `new RegExp(…)`, with all names its pattern and flags are made of. */
const readMade = (node: TSESTree.NewExpression | TSESTree.CallExpression, names: Names): NoteCandidate | null => {
  if (!isRegExp(node, names)) return null;
  const [pattern] = node.arguments;
  if (!pattern || pattern.type === 'SpreadElement') return null;
  const options: Term[] = node.arguments.flatMap(identifiers).map((name) => readTerm(name, names));
  return { terms: { names: { kind: 'either', options } }, detail: readLiteral(node) };
};

/** `/…/` or `RegExp('…')`, and the name it is kept under: other functions use it there. */
const readWritten = (node: TSESTree.Node, names: Names): NoteCandidate | null => {
  const [declarator, another] = node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [];
  const literal = declarator?.init ?? node;
  const isOtherCall = (literal.type === 'NewExpression' || literal.type === 'CallExpression') && !isRegExp(literal, names);
  const detail = another || isOtherCall ? null : readLiteral(literal);
  if (!detail) return null;
  return { at: literal, detail, terms: declarator ? { kept: readTerm(declarator.id, names) } : {} };
};

const judgeMaking = ({ file, note, loops }: NotedPlace, { linker }: RuleContext): RuleHit | null => {
  const loop = loops.findLast((candidate) => isDataLoop(linker, candidate));
  const { names } = note.terms;
  if (!loop || note.leaves || note.memoised || names?.kind !== 'either' || names.options.some((name) => name.kind === 'binding' && isOfTurn(file, name, loop))) return null;
  return {
    span: note.span,
    kind: 'computing',
    message: `This regular expression is compiled for each element of \`${loop.over}\`, and is the same each time.`,
    severity: 'info',
    chain: [{ file: file.path, span: note.span, label: 'RegExp' }],
    advice: 'Make it once, before the loop. With the flag `g` or `y` it keeps where it stopped: set `lastIndex` to 0, or use `matchAll`.',
  };
};

/**
 * A line with two repetitions, of whatever they repeat; not with signs as code has them (`a + b`, `i++`, `**`, ` * @param`). The first that
 * has none behind it is the last of its line or far from the next, so hostile texts are read about once.
 */
const repetitions = /(?:[^\s*+/][*+](?![*+])|\\[*+/][*+]|[^\S\n][*+](?=[^\s*+/=]|=\S|[^\S\n][*+])|\{\d+,\})[^\n]{0,1000}(?:[*+]|,\})/;

/** A regular expression that backtracks, or is compiled anew in each turn of a loop though it stays the same. */
export const slowRegexp: Rule = {
  id: 'slow-regexp',
  summary: 'A regular expression that backtracks, or is made anew in each turn of a loop',
  needs: [new RegExp(`\\bRegExp\\(|${repetitions.source}`)],
  reader: {
    rule: 'slow-regexp',
    nodes: ['NewExpression', 'CallExpression', 'Literal', 'VariableDeclaration'],
    read: (node, names) => (node.type === 'NewExpression' || node.type === 'CallExpression' ? readMade(node, names) : readWritten(node, names)),
  },
  onNote: (place, context) => judgeBacktracking(place, context) ?? judgeMaking(place, context),
};
