import type { TSESTree } from '@typescript-eslint/types';
import { methodCall } from './batch.ts';
import { isLoop, isRepeated, repeats } from './element-loop.ts';
import { isFunction, namesUsed, nodesBelow, type Place } from './find-place.ts';

/** A list that a loop searches, and the statement before which something may be made of it once. */
export interface SearchedList {
  readonly name: string;
  readonly statement: TSESTree.Node;
  /** Where the list grows in the loop: `list.push(x)`, each a statement of its own. */
  readonly pushes: readonly { readonly statement: TSESTree.ExpressionStatement; readonly pushed: TSESTree.Expression }[];
}

const changing = ['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'];

/** The statement of the loop around a place, in whose block another one may stand; `null` where a loop is around that one, too. */
function findLoopStatement(ancestors: readonly TSESTree.Node[]): TSESTree.Node | null {
  const at = ancestors.findIndex((node, index) => repeats(node, ancestors[index + 1]));
  if (at < 0 || ancestors.slice(0, at).some(isFunction)) return null;
  const outside = isLoop(ancestors[at]) ? ancestors.slice(at) : ancestors.slice(at + 1);
  const end = outside.findIndex((node) => isLoop(node) || node.type.endsWith('Statement') || node.type === 'VariableDeclaration');
  const around = outside.slice(end + 1);
  const holds = around[0]?.type === 'BlockStatement' || around[0]?.type === 'Program';
  return end < 0 || !holds || outside.slice(0, end).some(isFunction) || isRepeated(around) ? null : outside[end];
}

const declares = (node: TSESTree.Node, name: string): boolean => {
  if (node.type === 'VariableDeclarator') return [...namesUsed(node.id)].some((used) => used.name === name);
  return isFunction(node) && node.params.some((parameter) => [...namesUsed(parameter)].some((used) => used.name === name));
};

const isNamed = (node: TSESTree.Node | null | undefined, name: string): boolean => node?.type === 'Identifier' && node.name === name;

/** Assigned to, taken apart, or handed on to who may change it. */
function isHandedOn(node: TSESTree.Node, name: string): boolean {
  if (node.type === 'AssignmentExpression') return isNamed(node.left, name) || (node.left.type === 'MemberExpression' && isNamed(node.left.object, name)) || isNamed(node.right, name);
  if (node.type === 'CallExpression') return node.arguments.some((argument) => isNamed(argument, name));
  return node.type === 'VariableDeclarator' && isNamed(node.init, name);
}

/** What a loop does to the list it searches, beside searching it; `null` where that can't be followed. */
export function findSearchedList({ ancestors }: Place, list: TSESTree.Expression, program: TSESTree.Program): SearchedList | null {
  const statement = list.type === 'Identifier' ? findLoopStatement(ancestors) : null;
  if (!statement || list.type !== 'Identifier') return null;
  const { name } = list;
  const pushes: SearchedList['pushes'][number][] = [];
  let changes = 0;
  for (const node of nodesBelow(statement)) {
    if (declares(node, name) || isHandedOn(node, name)) return null;
    if (isNamed(methodCall(node, changing)?.object, name)) changes++;
    const push = node.type === 'ExpressionStatement' ? methodCall(node.expression, ['push']) : null;
    const [pushed, more] = push?.args ?? [];
    if (node.type === 'ExpressionStatement' && isNamed(push?.object, name) && pushed !== undefined && pushed.type !== 'SpreadElement' && more === undefined) pushes.push({ statement: node, pushed });
  }
  return changes > pushes.length || isChangedElsewhere(program, statement, name) ? null : { name, statement, pushes };
}

/** By another function, which the loop may call. */
function isChangedElsewhere(program: TSESTree.Program, statement: TSESTree.Node, name: string): boolean {
  const isInside = ({ range }: TSESTree.Node): boolean => range[0] >= statement.range[0] && range[1] <= statement.range[1];
  const holdsStatement = ({ range }: TSESTree.Node): boolean => range[0] <= statement.range[0] && range[1] >= statement.range[1];
  return [...nodesBelow(program)].some((outer) => isFunction(outer) && !isInside(outer) && !holdsStatement(outer) &&
    [...nodesBelow(outer)].some((node) => isNamed(methodCall(node, changing)?.object, name)) && ![...nodesBelow(outer)].some((node) => declares(node, name)));
}
