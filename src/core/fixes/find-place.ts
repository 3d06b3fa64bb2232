import type { TSESTree } from '@typescript-eslint/types';
import { childNodes } from '../callgraph/child-nodes.ts';

/** A node with what it stands in, innermost first. */
export interface Place<Node extends TSESTree.Node = TSESTree.Node> {
  readonly node: Node;
  readonly ancestors: readonly TSESTree.Node[];
}

/** Nothing is fixed in code nested deeper. */
const deepest = 500;

/** All nodes around an offset, innermost first. */
export function nodesAround(program: TSESTree.Program, offset: number): TSESTree.Node[] {
  const around: TSESTree.Node[] = [program];
  for (let depth = 0; depth < deepest; depth++) {
    const inner = childNodes(around[0]).find(({ range }) => range[0] <= offset && offset < range[1]);
    if (!inner) return around;
    around.unshift(inner);
  }
  return around;
}

/** The call at exactly these offsets, or the smallest one around them. */
export function findCall(program: TSESTree.Program, start: number, end: number): Place<TSESTree.CallExpression> | null {
  const around = nodesAround(program, start);
  const at = around.findIndex(({ type, range }) => type === 'CallExpression' && range[0] <= start && range[1] >= end);
  const node = around[at];
  return node?.type === 'CallExpression' ? { node, ancestors: around.slice(at + 1) } : null;
}

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export const isFunction = (node: TSESTree.Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

/** Whether `await` may stand here: in the body of an async function. */
export function mayAwait(ancestors: readonly TSESTree.Node[]): boolean {
  const at = ancestors.findIndex(isFunction);
  const around = ancestors[at];
  if (around === undefined || !isFunction(around)) return false;
  return around.async && (at === 0 || ancestors[at - 1] === around.body);
}

/** All nodes below one, itself included, functions in it too. */
export function* nodesBelow(node: TSESTree.Node): Generator<TSESTree.Node> {
  const waiting: TSESTree.Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    waiting.push(...childNodes(next));
  }
}

/** The names a node uses, without those of members and of an object's own keys. */
export function* namesUsed(node: TSESTree.Node): Generator<TSESTree.Identifier> {
  const waiting: TSESTree.Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'Identifier') yield next;
    else if (next.type === 'MemberExpression' && !next.computed) waiting.push(next.object);
    else if (next.type === 'Property' && !next.computed) waiting.push(next.value);
    else waiting.push(...childNodes(next));
  }
}
