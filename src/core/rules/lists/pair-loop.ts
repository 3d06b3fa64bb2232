import type { TSESTree } from '@typescript-eslint/types';
import { childNodes } from '../../callgraph/child-nodes.ts';
import type { NoteCandidate } from '../../callgraph/note-reader.ts';
import type { NotedPlace } from '../../callgraph/occurrences.ts';
import { type Names, readTerm } from '../../callgraph/read-terms.ts';
import { patternNames } from '../../callgraph/scope.ts';
import { unknownTerm } from '../../callgraph/terms.ts';
import { isPageCode } from '../page-code.ts';
import type { RuleContext, RuleHit } from '../rule.ts';
import { isDataLoop } from './data-loop.ts';
import { isSmall } from './small-lists.ts';
import { namesOf } from './term-root.ts';
import { isOfElement, isOfTurn } from './turn.ts';

/** A loop that goes over a whole list. */
interface ListLoop {
  readonly list: TSESTree.Node;
  /** Names that are another thing for each element. */
  readonly own: Set<string>;
  readonly body: TSESTree.Node;
}

const bound = (pattern: TSESTree.Node): Set<string> => {
  const names = new Set<string>();
  patternNames(pattern, unknownTerm, (name) => void names.add(name));
  return names;
};

const readForOf = ({ left, right, body }: TSESTree.ForOfStatement): ListLoop | null =>
  left.type === 'VariableDeclaration' ? { list: right, own: bound(left.declarations[0].id), body } : null;

const readCounted = ({ init, test, body }: TSESTree.ForStatement): ListLoop | null => {
  const limit = test?.type === 'BinaryExpression' ? test.right : null;
  if (init?.type !== 'VariableDeclaration' || limit?.type !== 'MemberExpression' || limit.property.type !== 'Identifier' || limit.property.name !== 'length') return null;
  return { list: limit.object, own: bound(init.declarations[0].id), body };
};

const readForEach = ({ callee, arguments: [given] }: TSESTree.CallExpression): ListLoop | null => {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'forEach') return null;
  return (given?.type === 'ArrowFunctionExpression' || given?.type === 'FunctionExpression') && given.params[0] ? { list: callee.object, own: bound(given.params[0]), body: given.body } : null;
};

const readListLoop = (node: TSESTree.Node): ListLoop | null => {
  if (node.type === 'ForOfStatement') return readForOf(node);
  if (node.type === 'ForStatement') return readCounted(node);
  return node.type === 'CallExpression' ? readForEach(node) : null;
};

const isSkip = (node: TSESTree.Node): boolean =>
  node.type === 'ContinueStatement' || (node.type === 'ReturnStatement' && node.argument === null) || (node.type === 'BlockStatement' && node.body.length === 1 && isSkip(node.body[0]));

/** The comparison all work of a turn hangs on: `if (a === b) …` and nothing else, or `if (a !== b) continue;` before everything else. */
const findGate = ({ body, own }: ListLoop): { readonly test: TSESTree.Expression; readonly operators: RegExp } | null => {
  const statements = body.type === 'BlockStatement' ? body.body : [body];
  const at = statements.findIndex(({ type }) => type !== 'VariableDeclaration');
  for (const statement of statements.slice(0, Math.max(at, 0))) {
    if (statement.type === 'VariableDeclaration') for (const { id } of statement.declarations) for (const name of bound(id)) own.add(name);
  }
  const gate = statements[at];
  if (gate?.type !== 'IfStatement' || gate.alternate) return null;
  if (isSkip(gate.consequent)) return { test: gate.test, operators: /^!==?$/ };
  return at === statements.length - 1 ? { test: gate.test, operators: /^===?$/ } : null;
};

const identifiers = (node: TSESTree.Node): readonly TSESTree.Identifier[] => {
  if (node.type === 'Identifier') return [node];
  if (node.type === 'MemberExpression' && !node.computed) return identifiers(node.object);
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' ? [] : childNodes(node).flatMap(identifiers);
};

interface Comparison {
  readonly node: TSESTree.Node;
  /** The names of the side that does not change in the inner loop. */
  readonly others: readonly TSESTree.Identifier[];
}

const findComparison = (test: TSESTree.Node, own: ReadonlySet<string>, operators: RegExp): Comparison | null => {
  if (test.type === 'LogicalExpression' && test.operator === '&&') return findComparison(test.left, own, operators) ?? findComparison(test.right, own, operators);
  if (test.type !== 'BinaryExpression' || !operators.test(test.operator)) return null;
  const sides = [identifiers(test.left), identifiers(test.right)];
  const others = sides.find((names) => names.length > 0 && names.every(({ name }) => !own.has(name)));
  return others && sides.some((names) => names.some(({ name }) => own.has(name))) ? { node: test, others } : null;
};

/** Notes a loop that does something only for elements equal to something from outside. */
export const readPairLoop = (node: TSESTree.Node, names: Names): NoteCandidate | null => {
  const loop = readListLoop(node);
  const gate = loop && findGate(loop);
  const comparison = gate && findComparison(gate.test, loop.own, gate.operators);
  if (!comparison) return null;
  const other = { kind: 'either', options: comparison.others.map((name) => readTerm(name, names)) } as const;
  return { at: comparison.node, terms: { list: readTerm(loop.list, names), other }, detail: { shape: 'pair' } };
};

/** Judges what `readPairLoop` noted. */
export const findPairLoop = ({ file, note, loops }: NotedPlace, { linker }: RuleContext): RuleHit | null => {
  const { list, other } = note.terms;
  const outer = list && !isPageCode(file.path) && loops.findLast((candidate) => isDataLoop(linker, candidate));
  if (!outer || other?.kind !== 'either' || isSmall(linker, file, list) || isOfTurn(file, list, outer) || loops.some((loop) => isOfElement(file, list, loop))) return null;
  if (!other.options.some((name) => name.kind === 'binding' && isOfTurn(file, name, outer))) return null;
  const name = namesOf(file, list).join('.');
  return {
    span: note.span,
    kind: 'computing',
    message: `All of \`${name}\` is compared once per element of \`${outer.over}\`: the work grows with the product of both lengths.`,
    severity: 'hint',
    chain: [{ file: file.path, span: note.span, label: name }],
    advice: `Group \`${name}\` by the compared value into a \`Map\` once, before the loop, and look up there.`,
  };
};
