import type { TSESTree } from '@typescript-eslint/types';

/** A query for one key, and the same for many, as a client writes them. */
export interface Batch {
  /** What the one query asks for. */
  readonly key: TSESTree.Expression;
  /** The one query for all keys; `keys` is the text of a list of them. */
  readonly query: (keys: string) => string;
  /** The text of what is asked: another call on it in the loop may see what the first has changed. */
  readonly receiver: string;
  /** Where an answered row holds its key: `id`. */
  readonly field: string;
  /** What the query for one key gives: a row or this, all rows with the key, or an answer that has them as `rows`. */
  readonly gives: 'null' | 'undefined' | 'rows' | 'answer';
  /** Keys are objects, compared by their text. */
  readonly byText?: true;
  /** How the database compares keys is not known: `'007'` is 7 in a column of numbers. The edit is shown before it is made. */
  readonly isUnsure?: true;
  /** A name of the client's package that the query needs. */
  readonly needs?: { readonly name: string; readonly from: string };
}

/** Reads a call of a client; `null` for one whose batched form is not plainly the same. */
export type ReadBatch = (call: TSESTree.CallExpression, text: string) => Batch | null;

export const textOf = (text: string, { range: [start, end] }: TSESTree.Node): string => text.slice(start, end);

/** `object.name(…)` → its object and arguments, for one of these names. */
export function methodCall(node: TSESTree.Node, names: readonly string[]): { readonly object: TSESTree.Expression; readonly name: string; readonly args: readonly TSESTree.CallExpressionArgument[] } | null {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression' || node.callee.computed || node.callee.optional) return null;
  const { object, property } = node.callee;
  return property.type === 'Identifier' && names.includes(property.name) ? { object, name: property.name, args: node.arguments } : null;
}

/** The members of an object that is written out; `null` where a spread, method or computed name hides some. */
export function readObject(node: TSESTree.Node | undefined): ReadonlyMap<string, TSESTree.Expression> | null {
  if (node?.type !== 'ObjectExpression') return null;
  const members = new Map<string, TSESTree.Expression>();
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed || property.method || property.kind !== 'init' || property.key.type !== 'Identifier') return null;
    if (!isExpression(property.value)) return null;
    members.set(property.key.name, property.value);
  }
  return members;
}

const isExpression = (node: TSESTree.Property['value']): node is TSESTree.Expression =>
  node.type !== 'AssignmentPattern' && node.type !== 'TSEmptyBodyFunctionExpression' && node.type !== 'ArrayPattern' && node.type !== 'ObjectPattern';

/** `{ id: key }`: the one member of an object with a single one. */
export function readSingle(node: TSESTree.Node | undefined): { readonly field: string; readonly key: TSESTree.Expression } | null {
  const [only, more] = readObject(node) ?? [];
  return only === undefined || more !== undefined || only[1].type === 'ObjectExpression' ? null : { field: only[0], key: only[1] };
}

/** `, include: …`: the members but these, as text to go on with; `null` if there is one that would change what a row is. */
export function restOf(members: ReadonlyMap<string, TSESTree.Expression>, text: string, kept: readonly string[]): string | null {
  const others = [...members].filter(([name]) => name !== 'where');
  if (others.some(([name]) => !kept.includes(name))) return null;
  return others.map(([name, value]) => `, ${value.type === 'Identifier' && value.name === name ? name : `${name}: ${textOf(text, value)}`}`).join('');
}
