import type { TSESTree } from '@typescript-eslint/types';
import type { LineTable } from '../syntax/line-table.ts';
import type { LineRange, LoopFacts, LoopTag } from './facts.ts';
import { type Names, readTerm } from './read-terms.ts';
import { unknownTerm } from './terms.ts';

export type LoopNode = TSESTree.ForOfStatement | TSESTree.ForInStatement | TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement;

const longestText = 60;

/** Source text on one line, shortened. */
export const shortText = (text: string, { range: [from, to] }: TSESTree.Node, longest = longestText): string => {
  const flat = text.slice(from, Math.min(to, from + 4 * longest)).replaceAll(/\s+/g, ' ');
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
};

const sleeps = /\bawait\s+(?:this\.|\w+\.)*(?:sleep|delay|wait|timeout|setTimeout|backoff|throttle)\w*\s*\(|setTimeout\(\s*(?:resolve|r|res|done)\b/i;
const chunks = /chunk|batch|partition|splitEvery|inGroups/i;
const fallbacks = /\b(?:providers|strategies|candidates|fallbacks|mirrors|endpoints|attempts|retries|backoffs|delays)\b/i;

const isLiteral = (node: TSESTree.Node): boolean => {
  if (node.type === 'Literal' || (node.type === 'TemplateLiteral' && node.expressions.length === 0)) return true;
  if (node.type === 'TSAsExpression') return isLiteral(node.expression);
  if (node.type === 'ArrayExpression') return node.elements.every((item) => item !== null && isLiteral(item));
  if (node.type === 'ObjectExpression') return node.properties.every((property) => property.type === 'Property' && isLiteral(property.value));
  return false;
};

/** An array of literals, `Object.keys` of an object of literals: its length is known and does not grow with data. */
export const isConstantList = (node: TSESTree.Node): boolean => {
  if (node.type === 'ArrayExpression') return node.elements.every((item) => item !== null && item.type !== 'SpreadElement');
  if (node.type === 'TSAsExpression') return isConstantList(node.expression);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.object.type !== 'Identifier') return false;
  const [first] = node.arguments;
  return node.callee.object.name === 'Object' && first !== undefined && isLiteral(first);
};

/** Why going over this list may not be going over data. */
export const iterableTags = (node: TSESTree.Node, text: string, body: string): LoopTag[] => {
  const over = text.slice(...node.range);
  const tags: LoopTag[] = [];
  if (isConstantList(node)) tags.push('constant');
  if (chunks.test(over)) tags.push('chunked');
  if (fallbacks.test(over)) tags.push('fallback');
  if (sleeps.test(body)) tags.push('delay');
  return tags;
};

/** `i < items.length`, `queue.size > 0`: bounded by data. */
const dataBound = /\.(?:length|size)\b/;

const countedTags = (node: TSESTree.ForStatement, text: string, body: string): LoopTag[] => {
  const tags: LoopTag[] = [];
  const test = node.test ? text.slice(...node.test.range) : '';
  const update = node.update ? text.slice(...node.update.range) : '';
  if (!dataBound.test(test)) tags.push(/\btry\b/.test(body) ? 'retry' : 'condition');
  if (/\+=|\bpage|offset|skip/.test(update)) tags.push('chunked');
  if (sleeps.test(body)) tags.push('delay');
  return tags;
};

/** `items` of `i < items.length`, however the test is put together. */
const boundingList = (test: TSESTree.Node | null): TSESTree.Node | null => {
  if (test?.type === 'BinaryExpression' || test?.type === 'LogicalExpression') return boundingList(test.right) ?? boundingList(test.left);
  if (test?.type !== 'MemberExpression' || test.property.type !== 'Identifier' || test.computed) return null;
  return test.property.name === 'length' || test.property.name === 'size' ? test.object : null;
};

const takesOne = /\.(?:shift|pop)\(\s*\)|\.next\(\s*\)|\[\w+\+\+\]/;

/** A while loop goes over data only when it takes element after element; all others page, drain, poll or search. */
const whileTags = (node: TSESTree.WhileStatement | TSESTree.DoWhileStatement, text: string, body: string): LoopTag[] => {
  const test = text.slice(...node.test.range);
  const overData = takesOne.test(test) || (dataBound.test(test) && (takesOne.test(body) || /\w+\[\w+\]/.test(body)));
  const tags: LoopTag[] = overData ? [] : ['paging'];
  if (/\.(?:splice|slice)\(/.test(body)) tags.push('chunked');
  if (sleeps.test(body)) tags.push('delay');
  return tags;
};

const headOf = (node: LoopNode, lines: LineTable): LineRange => {
  if (node.type === 'DoWhileStatement') return lines.placeOf(node.test);
  const last = 'right' in node ? node.right : 'update' in node ? (node.update ?? node.test ?? node.init) : node.test;
  const line = lines.lineOf(node.range[0]);
  return { line, endLine: last ? lines.lineOf(last.range[1]) : line };
};

/** What a loop statement goes over, and why it may not be once per element of data. */
export const readLoop = (node: LoopNode, text: string, lines: LineTable, names: Names): LoopFacts => {
  const place = { span: lines.placeOf(node), head: headOf(node, lines) };
  const body = text.slice(...node.body.range);
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
    const kind = node.type === 'ForInStatement' ? 'for-in' : node.await ? 'for-await' : 'for-of';
    return { kind, over: shortText(text, node.right), iterable: readTerm(node.right, names), tags: iterableTags(node.right, text, body), ...place };
  }
  if (node.type === 'ForStatement') {
    const over = node.test && /([\w.\]\[]+)\.(?:length|size)\b/.exec(text.slice(...node.test.range))?.[1];
    return { kind: 'for', over: over ?? (node.test ? shortText(text, node.test) : 'the loop'), iterable: readTerm(boundingList(node.test), names), tags: countedTags(node, text, body), ...place };
  }
  return { kind: 'while', over: shortText(text, node.test), iterable: unknownTerm, tags: whileTags(node, text, body), ...place };
};
