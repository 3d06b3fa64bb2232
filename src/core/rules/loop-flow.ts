import type { TSESTree } from '@typescript-eslint/types';
import { childNodes } from '../callgraph/child-nodes.ts';
import { patternNames } from '../callgraph/scope.ts';
import { unknownTerm } from '../callgraph/terms.ts';

/** How the turns of a loop depend on each other, as far as its syntax shows. */
export interface LoopFlow {
  /** A turn may end the loop. */
  readonly exits: boolean;
  /** A turn uses what an earlier one changed. */
  readonly carries: boolean;
  /** Names that mean something else in each turn. */
  readonly own: readonly string[];
}

/** Names of one turn are gathered first: what is not among them lives longer than the turn. */
class FlowReader {
  exits = false;
  readonly own = new Set<string>();
  readonly changed = new Set<string>();
  readonly read = new Set<string>();

  declare(pattern: TSESTree.Node): void {
    patternNames(pattern, unknownTerm, (name) => void this.own.add(name));
  }
}

const functionTypes = new Set<string>(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const loopTypes = new Set<string>(['ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement']);
/** Methods that change what they are called on. */
const changing = new Set(['push', 'unshift', 'set', 'add', 'delete', 'append', 'splice', 'pop', 'shift']);

/** `a` of `a.b[c].d`, `this.a` of `this.a.b`. */
const rootName = (node: TSESTree.Node): string | null => {
  if (node.type === 'TSNonNullExpression') return rootName(node.expression);
  if (node.type === 'MemberExpression') return fieldName(node) ?? rootName(node.object);
  return node.type === 'Identifier' ? node.name : null;
};

const rootNames = (target: TSESTree.Node): string[] => {
  const names = [rootName(target) ?? ''];
  if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern') patternNames(target, unknownTerm, (name) => void names.push(name));
  return names;
};

const fieldName = ({ object, property }: TSESTree.MemberExpression): string | null => (object.type === 'ThisExpression' && property.type === 'Identifier' ? `this.${property.name}` : null);

/** What an assignment, a count or a changing method writes to; not itself a read. */
const writtenTo = (node: TSESTree.Node): TSESTree.Node | null => {
  if (node.type === 'AssignmentExpression') return node.left;
  if (node.type === 'UpdateExpression') return node.argument;
  const isChange = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && changing.has(node.callee.property.name);
  return isChange && node.callee.type === 'MemberExpression' ? node.callee.object : null;
};

const readExit = (node: TSESTree.Node, reader: FlowReader, inner: boolean): void => {
  if (node.type === 'ReturnStatement' || node.type === 'ThrowStatement' || node.type === 'YieldExpression') reader.exits = true;
  if ((node.type === 'BreakStatement' && (!inner || node.label)) || (node.type === 'ContinueStatement' && node.label)) reader.exits = true;
};

const readDeclared = (node: TSESTree.Node, reader: FlowReader): void => {
  if (node.type === 'VariableDeclarator') reader.declare(node.id);
  else if (functionTypes.has(node.type) && 'params' in node) for (const param of node.params) reader.declare(param);
  else if (node.type === 'CatchClause' && node.param) reader.declare(node.param);
  if (node.type === 'FunctionDeclaration' && node.id) reader.declare(node.id);
};

interface Within {
  readonly aFunction: boolean;
  /** A loop or switch of its own, which a plain `break` leaves. */
  readonly aLoop: boolean;
}

const visit = (node: TSESTree.Node, reader: FlowReader, within: Within): void => {
  readDeclared(node, reader);
  if (!within.aFunction) readExit(node, reader, within.aLoop);
  const target = writtenTo(node);
  for (const root of target ? rootNames(target) : []) reader.changed.add(root);
  if (node.type === 'Identifier') reader.read.add(node.name);
  else if (node.type === 'MemberExpression') reader.read.add(fieldName(node) ?? '');
  const below = { aFunction: within.aFunction || functionTypes.has(node.type), aLoop: within.aLoop || loopTypes.has(node.type) || node.type === 'SwitchStatement' };
  for (const child of readChildren(node, target)) visit(child, reader, below);
};

/** Below a node what is read: no names of members and keys, and no root of what is written to. */
const readChildren = (node: TSESTree.Node, target: TSESTree.Node | null): readonly TSESTree.Node[] => {
  if (node.type === 'MemberExpression' && !node.computed) return [node.object];
  if (node.type === 'Property' && !node.computed) return [node.value];
  if (target === null) return childNodes(node);
  const rest = node.type === 'AssignmentExpression' ? [node.right] : node.type === 'CallExpression' ? node.arguments : [];
  return [...subscripts(target), ...rest];
};

/** `found[name].list` → `name`. */
const subscripts = (target: TSESTree.Node): TSESTree.Node[] => {
  if (target.type === 'TSNonNullExpression') return subscripts(target.expression);
  if (target.type !== 'MemberExpression') return [];
  return [...(target.computed ? [target.property] : []), ...subscripts(target.object)];
};

/** Reads how the turns of a loop depend on each other. */
export const readLoopFlow = (head: TSESTree.Node, body: TSESTree.Node): LoopFlow => {
  const reader = new FlowReader();
  if (head.type === 'VariableDeclaration') for (const { id } of head.declarations) reader.declare(id);
  visit(body, reader, { aFunction: false, aLoop: false });
  const carries = [...reader.changed].some((name) => !reader.own.has(name) && reader.read.has(name));
  return { exits: reader.exits, carries, own: [...reader.own] };
};
