import type { TSESTree } from '@typescript-eslint/types';
import { methodCall } from './batch.ts';
import { type FunctionNode, isFunction, mayAwait, nodesBelow, type Place } from './find-place.ts';

/** A loop over a list whose every turn reaches a place, and the statement before which something may be done once for all. */
export interface ElementLoop {
  readonly iterable: TSESTree.Expression;
  /** What an element is named, or taken apart into. */
  readonly pattern: TSESTree.Node;
  readonly body: TSESTree.Node;
  readonly statement: TSESTree.Node;
  /** The code around the statement is read once, may wait, and takes another statement. */
  readonly around: readonly TSESTree.Node[];
}

/** What stands between a turn's begin and a place that each turn reaches once. */
const passed = new Set([
  'AwaitExpression', 'VariableDeclarator', 'VariableDeclaration', 'ExpressionStatement', 'BlockStatement', 'ReturnStatement', 'Property', 'ObjectExpression',
  'ArrayExpression', 'SpreadElement', 'CallExpression', 'AssignmentExpression', 'TSAsExpression', 'TSNonNullExpression', 'MemberExpression', 'ChainExpression',
]);
const exits = new Set(['ReturnStatement', 'ContinueStatement', 'BreakStatement', 'ThrowStatement']);
const loops = new Set(['ForOfStatement', 'ForInStatement', 'ForStatement', 'WhileStatement', 'DoWhileStatement']);
const listMethods = ['map', 'flatMap', 'forEach', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'sort', 'toSorted'];

export const isLoop = ({ type }: TSESTree.Node): boolean => loops.has(type);

const mayLeave = (statement: TSESTree.Node): boolean => [...nodesBelow(statement)].some(({ type }) => exits.has(type));

/** A turn that may have ended before does not reach what stands behind. */
const isReached = (block: TSESTree.Node, inner: TSESTree.Node): boolean => block.type !== 'BlockStatement' || !block.body.slice(0, block.body.findIndex((statement) => statement === inner)).some(mayLeave);

/** The loop right around a place that each of its turns reaches; `null` where a turn may pass it by. */
export function findElementLoop({ node, ancestors }: Place): ElementLoop | null {
  let inner: TSESTree.Node = node;
  for (const [at, outer] of ancestors.entries()) {
    if (outer.type === 'ForOfStatement') return inner === outer.body ? readForOf(outer, ancestors.slice(at + 1)) : null;
    if (isFunction(outer)) return inner === outer.body ? readMap(outer, ancestors.slice(at + 1)) : null;
    if (!passed.has(outer.type) || !isReached(outer, inner)) return null;
    inner = outer;
  }
  return null;
}

function readForOf(loop: TSESTree.ForOfStatement, around: readonly TSESTree.Node[]): ElementLoop | null {
  const { left, right, body } = loop;
  if (loop.await || left.type !== 'VariableDeclaration' || left.declarations.length !== 1 || !fits(around)) return null;
  return { iterable: right, pattern: left.declarations[0].id, body, statement: loop, around };
}

/** `Promise.all(list.map((element) => …))`. */
function readMap({ params, body, generator }: FunctionNode, around: readonly TSESTree.Node[]): ElementLoop | null {
  const [call, all] = around;
  const map = call ? methodCall(call, ['map']) : null;
  if (map?.args.length !== 1 || params.length !== 1 || generator || !body || !all || !isAll(all)) return null;
  const at = around.findIndex(({ type }) => type.endsWith('Statement') || type === 'VariableDeclaration');
  const outside = around.slice(at + 1);
  if (at < 0 || around.slice(0, at).some(isFunction) || !fits(outside)) return null;
  return { iterable: map.object, pattern: params[0], body, statement: around[at], around: outside };
}

const isAll = (node: TSESTree.Node): boolean => {
  const all = methodCall(node, ['all']);
  return all?.args.length === 1 && all.object.type === 'Identifier' && all.object.name === 'Promise';
};

/** A statement of a block, in a function that may wait, and not itself in a loop: there the query would run once per turn again. */
function fits(around: readonly TSESTree.Node[]): boolean {
  const [parent] = around;
  if (parent?.type !== 'BlockStatement' || !mayAwait(around)) return false;
  return !isRepeated(around);
}

/** A loop, or a function that is called per element of a list. */
export const repeats = (node: TSESTree.Node, around: TSESTree.Node | undefined): boolean =>
  isLoop(node) || (isFunction(node) && around !== undefined && methodCall(around, listMethods) !== null);

export const isRepeated = (around: readonly TSESTree.Node[]): boolean => around.some((node, at) => repeats(node, around[at + 1]));
