import type { TSESTree } from '@typescript-eslint/types';
import type { Draft } from './draft.ts';
import type { EventFacts, Usage } from './facts.ts';
import { iterableTags, shortText } from './read-loop.ts';
import { keyText, readTerm } from './read-terms.ts';
import type { Term } from './terms.ts';

type EventNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression | TSESTree.AwaitExpression | TSESTree.YieldExpression;

/** `this.prisma.user.findMany(…).then` → its names, outermost object first. */
const namesOf = (node: TSESTree.Node): readonly string[] => {
  switch (node.type) {
    case 'Identifier':
      return [node.name];
    case 'MemberExpression':
      return [...namesOf(node.object), keyText(node.property, node.computed) ?? '[…]'];
    case 'CallExpression':
      return namesOf(node.callee);
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
      return namesOf(node.expression);
    default:
      return [];
  }
};

const calleeOf = (node: EventNode): TSESTree.Node | null => {
  if (node.type === 'TaggedTemplateExpression') return node.tag;
  return 'callee' in node ? node.callee : node.argument;
};

const labelOf = (node: EventNode): string => {
  const callee = calleeOf(node);
  return callee ? namesOf(callee).slice(-2).join('.') : '';
};

/** A call that is given something callable: its receiver, or its first argument, is what it may go over. */
const eachOf = (node: EventNode, draft: Draft): EventFacts['each'] => {
  if (node.type !== 'CallExpression' || node.arguments.length === 0) return null;
  const written = node.arguments.findIndex(({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression');
  const at = written >= 0 ? written : node.arguments.findIndex(({ type }) => type === 'Identifier' || type === 'MemberExpression' || type === 'CallExpression');
  if (at < 0) return null;
  const receiver = node.callee.type === 'MemberExpression' && at === 0 ? node.callee.object : node.arguments[0];
  const body = draft.text.slice(...node.arguments[at].range);
  return { over: shortText(draft.text, receiver), iterable: readTerm(receiver, draft), tags: iterableTags(receiver, draft.text, body) };
};

/** Notes that something is called, or awaited, here. */
export const readEvent = (node: EventNode, usage: Usage, draft: Draft): Term => {
  const { place, text } = draft;
  const term = readTerm(node, draft);
  const args = 'arguments' in node ? node.arguments.map((arg) => ({ term: readTerm(arg, draft), text: shortText(text, arg, 80) })) : [];
  place.draft.events.push({ term, usage, span: draft.lines.placeOf(node), label: labelOf(node), loops: place.loops, leaves: place.leaves, memoised: place.memoised, args, each: eachOf(node, draft) });
  return term;
};
