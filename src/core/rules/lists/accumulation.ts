import type { TSESTree } from '@typescript-eslint/types';
import type { NoteCandidate } from '../../callgraph/note-reader.ts';
import type { LoopContext, NotedPlace } from '../../callgraph/occurrences.ts';
import { type Names, readTerm } from '../../callgraph/read-terms.ts';
import type { Term } from '../../callgraph/terms.ts';
import type { RuleContext, RuleHit } from '../rule.ts';
import { isDataLoop } from './data-loop.ts';
import { isList } from './list-evidence.ts';
import { isSmall } from './small-lists.ts';
import { keyOf, namesOf } from './term-root.ts';
import { isOfTurn } from './turn.ts';

interface Copy {
  /** What is copied whole. */
  readonly of: TSESTree.Node;
  readonly how: 'spread' | 'concat' | 'assign';
}

const isName = ({ type }: TSESTree.Node): boolean => type === 'Identifier' || type === 'MemberExpression';

const spreadOf = (items: readonly (TSESTree.Node | null)[]): Copy | null => {
  const spread = items.find((item) => item?.type === 'SpreadElement' && isName(item.argument));
  return spread?.type === 'SpreadElement' && items.length > 1 ? { of: spread.argument, how: 'spread' } : null;
};

const callCopy = ({ callee, arguments: args }: TSESTree.CallExpression): Copy | null => {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null;
  if (callee.property.name === 'concat' && isName(callee.object)) return { of: callee.object, how: 'concat' };
  const isAssign = callee.property.name === 'assign' && callee.object.type === 'Identifier' && callee.object.name === 'Object';
  return isAssign && args.length > 2 && args[0].type === 'ObjectExpression' && isName(args[1]) ? { of: args[1], how: 'assign' } : null;
};

/** `[...all, x]`, `{ ...all, x }`, `all.concat(x)`, `Object.assign({}, all, x)`: all of it is copied to add a little. */
const copyIn = (node: TSESTree.Node): Copy | null => {
  switch (node.type) {
    case 'ArrayExpression':
      return spreadOf(node.elements);
    case 'ObjectExpression':
      return spreadOf(node.properties);
    case 'CallExpression':
      return callCopy(node);
    case 'TSAsExpression':
      return copyIn(node.expression);
    default:
      return null;
  }
};

export const readAccumulation = (node: TSESTree.Node, names: Names): NoteCandidate | null => {
  const assigned = node.type === 'AssignmentExpression' && node.operator === '=';
  const copy = copyIn(assigned ? node.right : node);
  if (!copy || (!assigned && copy.of.type !== 'Identifier')) return null;
  const target = readTerm(copy.of, names);
  const key = keyOf(target);
  if (key === null || (assigned && key !== keyOf(readTerm(node.left, names)))) return null;
  return { at: assigned ? node.right : node, terms: { target }, detail: { shape: assigned ? 'assigned' : 'reduced', how: copy.how } };
};

/** The loop of a `reduce` whose accumulator the term is. */
const reduceLoop = ({ file, inside, loops }: NotedPlace, target: Term): LoopContext | null => {
  const { passedTo, parameters } = inside;
  if (passedTo?.index !== 0 || passedTo.call.kind !== 'call' || passedTo.call.callee.kind !== 'member' || !/^reduce(?:Right)?$/.test(passedTo.call.callee.name)) return null;
  if (target.kind !== 'binding' || parameters[0]?.binding !== target.id || file.bindingPlaces[target.id].functionId !== inside.id) return null;
  return loops.find(({ turn }) => turn.functionId === inside.id && turn.depth === 0) ?? null;
};

const startsAsText = ({ inside }: NotedPlace): boolean => inside.passedTo?.call.kind === 'call' && inside.passedTo.call.args[1]?.kind === 'text';

const loopOf = (place: NotedPlace, shape: unknown, how: unknown, { linker }: RuleContext): LoopContext | null => {
  const { note: { terms: { target } }, file } = place;
  if (shape === 'reduced') {
    const loop = reduceLoop(place, target);
    return loop && isDataLoop(linker, loop) && !(how === 'concat' && startsAsText(place)) ? loop : null;
  }
  const loop = place.note.leaves ? null : place.loops.findLast((candidate) => isDataLoop(linker, candidate));
  if (!loop || isOfTurn(file, target, loop) || isSmall(linker, file, target)) return null;
  return how === 'concat' && !isList(linker, file, target) ? null : loop;
};

/** Judges what `readAccumulation` noted. */
export const findAccumulation = (place: NotedPlace, context: RuleContext): RuleHit | null => {
  const { file, note: { detail, terms, span } } = place;
  if (typeof detail !== 'object' || detail === null || !('how' in detail)) return null;
  const loop = loopOf(place, detail.shape, detail.how, context);
  if (!loop) return null;
  const name = namesOf(file, terms.target).join('.');
  return {
    span,
    kind: 'computing',
    message: `All of \`${name}\` is copied to add to it, once per element of \`${loop.over}\`: the work grows with the square of its length.`,
    severity: 'warning',
    chain: [{ file: file.path, span, label: name }],
    advice: 'Add to it in place: `push`, or set the key. Nobody else sees it before the loop ends.',
  };
};
