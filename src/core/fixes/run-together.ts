import type { TSESTree } from '@typescript-eslint/types';
import type { SourceFix } from '../model/source-fix.ts';
import { methodCall, textOf } from './batch.ts';
import { isRepeated } from './element-loop.ts';
import { findCall, isFunction, namesUsed, nodesBelow } from './find-place.ts';
import type { Fixer } from './fixer.ts';
import { namesOf, takeName } from './names.ts';
import { indentOf, lineEndOf, offsetOf } from './text-lines.ts';

/** A written list of so many elements is started at once; any other in chunks. */
const mostAtOnce = 10;
const chunk = 8;

const leaving = new Set(['ReturnStatement', 'ContinueStatement', 'BreakStatement', 'YieldExpression', 'ThrowStatement']);
/** On a list around the loop they write in the order of the turns. */
const ordered = ['push', 'unshift', 'write', 'append'];
const transactions = /transaction|withTx|atomic|unitOfWork/i;

/** `Promise.all` in place of a loop whose turns need nothing of each other, as the rule has found: all at once where they are few, else in chunks. */
export const runTogether: Fixer = ({ program, text, finding }) => {
  const place = findCall(program, offsetOf(text, finding.line, finding.column), offsetOf(text, finding.endLine, finding.endColumn));
  const at = place?.ancestors.findIndex((node) => isFunction(node) || node.type === 'ForOfStatement') ?? -1;
  const loop = place?.ancestors[at];
  const around = place?.ancestors.slice(at + 1) ?? [];
  if (loop?.type !== 'ForOfStatement' || loop.await || loop.left.type !== 'VariableDeclaration' || around[0]?.type !== 'BlockStatement') return null;
  if (isRepeated(around) || isInTransaction(around, text)) return null;
  const turn = readTurn(loop, text);
  return turn && write(loop, loop.left.declarations[0].id, turn, text, namesOf(program));
};

/** Statements of a transaction share a connection, which runs them one after the other. */
const isInTransaction = (around: readonly TSESTree.Node[], text: string): boolean =>
  around.some((node, at) => {
    const call = around[at + 1];
    return isFunction(node) && call?.type === 'CallExpression' && transactions.test(textOf(text, call.callee));
  });

/** What a turn runs, and the list its one result is put to, if that is all it does. */
interface Turn {
  readonly body: string;
  readonly into: string | null;
}

function readTurn({ body, left }: TSESTree.ForOfStatement, text: string): Turn | null {
  const [only, more] = body.type === 'BlockStatement' ? body.body : [body];
  const push = only?.type === 'ExpressionStatement' && more === undefined ? methodCall(only.expression, ['push']) : null;
  const [pushed] = push?.args ?? [];
  if (push?.args.length === 1 && push.object.type === 'Identifier' && pushed?.type === 'AwaitExpression' && !hasAwait(pushed.argument)) {
    const value = textOf(text, pushed.argument);
    return { body: pushed.argument.type === 'ObjectExpression' ? `(${value})` : value, into: push.object.name };
  }
  const own = new Set(Array.from(namesUsed(left), ({ name }) => name));
  for (const node of nodesBelow(body)) {
    const written = methodCall(node, ordered);
    if (leaving.has(node.type) || (written?.object.type === 'Identifier' && !own.has(written.object.name))) return null;
  }
  const inner = textOf(text, body);
  return { body: body.type === 'BlockStatement' ? inner : `{ ${inner} }`, into: null };
}

const hasAwait = (node: TSESTree.Node): boolean => [...nodesBelow(node)].some(({ type }) => type === 'AwaitExpression');

/** The elements of a list that is written out, `as const` or not. */
function countWritten(node: TSESTree.Expression): number | null {
  if (node.type === 'TSAsExpression') return countWritten(node.expression);
  return node.type === 'ArrayExpression' && node.elements.every((element) => element !== null && element.type !== 'SpreadElement') ? node.elements.length : null;
}

function write(loop: TSESTree.ForOfStatement, pattern: TSESTree.Node, { body, into }: Turn, text: string, taken: Set<string>): SourceFix {
  const element = `(${textOf(text, pattern)})`;
  const run = into === null ? `async ${element} => ${body}` : `${element} => ${body}`;
  const all = (list: string): string => (into === null ? `await Promise.all(${list}.map(${run}));` : `${into}.push(...await Promise.all(${list}.map(${run})));`);
  const list = textOf(text, loop.right);
  const written = countWritten(loop.right);
  const few = written !== null && written <= mostAtOnce;
  const lines = few ? [all(loop.right.type === 'TSAsExpression' ? `(${list})` : list)] : chunked(list, all, taken);
  const end = `${lineEndOf(text)}${indentOf(text, loop.range[0])}`;
  return {
    title: few ? 'Start all and wait once with `Promise.all`' : `Run ${chunk} at a time with \`Promise.all\``,
    kind: 'edit',
    edits: [{ start: loop.range[0], end: loop.range[1], text: lines.join(end) }],
  };
}

/** A copy is taken first: what is looped over may be a Set, or another iterable without `slice`. */
function chunked(list: string, all: (list: string) => string, taken: Set<string>): string[] {
  const copy = takeName('waiting', taken);
  const start = takeName('start', taken);
  return [`const ${copy} = [...${list}];`, `for (let ${start} = 0; ${start} < ${copy}.length; ${start} += ${chunk}) {`, `  ${deeper(all(`${copy}.slice(${start}, ${start} + ${chunk})`))}`, '}'];
}

/** A text over several lines in a template must stay as it is. */
const deeper = (code: string): string => (code.includes('`') ? code : code.replaceAll('\n', '\n  '));
