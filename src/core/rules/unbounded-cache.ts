import type { TSESTree } from '@typescript-eslint/types';
import type { FileFacts, FunctionFacts, NoteFacts } from '../callgraph/facts.ts';
import type { NoteCandidate } from '../callgraph/note-reader.ts';
import type { NotedPlace } from '../callgraph/occurrences.ts';
import { type Names, readTerm } from '../callgraph/read-terms.ts';
import type { Hop } from '../callgraph/summarize.ts';
import type { Term } from '../callgraph/terms.ts';
import { keyKindOf } from './cache-keys.ts';
import { answersRequest, enclosing, runsAtStart } from './enclosing.ts';
import { keyOf, namesOf } from './lists/term-root.ts';
import { isPageCode } from './page-code.ts';
import type { Rule, RuleContext } from './rule.ts';

const adding = new Set(['set', 'add', 'push', 'unshift']);

interface Growth {
  readonly of: TSESTree.Node;
  /** What is added under, or as. */
  readonly key: TSESTree.Node;
}

const readGrowth = (node: TSESTree.Node): Growth | null => {
  if (node.type === 'AssignmentExpression') {
    const { left } = node;
    return node.operator === '=' && left.type === 'MemberExpression' && left.computed ? { of: left.object, key: left.property } : null;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier' || !adding.has(node.callee.property.name)) return null;
  return node.arguments[0] ? { of: node.callee.object, key: node.arguments[0] } : null;
};

/** `cache`, `Tokens.cache`: what can be named all over the file. */
const nameOf = (node: TSESTree.Node): string | null => {
  if (node.type === 'Identifier') return node.name;
  const isStatic = node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier' && /^[A-Z]/.test(node.object.name) && node.property.type === 'Identifier';
  return isStatic && node.property.type === 'Identifier' ? node.property.name : null;
};

const escaped = (name: string): string => name.replaceAll('$', '\\$');

/** Something in the file makes it smaller, makes it anew, or asks how large it is. */
const isBounded = (name: string, text: string): boolean => {
  const own = `(?<![\\w$])${escaped(name)}`;
  const shrinks = new RegExp(`${own}\\s*\\??\\.(?:delete|clear|size|length|shift|pop|splice)\\b|\\bdelete\\s+(?:\\w+\\.)?${escaped(name)}\\b|(?<!const |let |var |static |readonly |private )${own}\\s*=(?![=>])|\\b(?:Object\\.keys|Reflect\\.deleteProperty)\\(\\s*(?:\\w+\\.)?${escaped(name)}\\b`);
  return shrinks.test(text);
};

const isRemembered = (name: string, text: string): boolean => new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:\\??\\.(?:get|has)\\(|(?:\\?\\.)?\\[)`).test(text);

const read = (node: TSESTree.Node, names: Names, text: string): NoteCandidate | null => {
  const growth = readGrowth(node);
  const name = growth && nameOf(growth.of);
  if (!growth || name === null || growth.key.type === 'Literal' || isBounded(name, text)) return null;
  return { terms: { target: readTerm(growth.of, names), key: readTerm(growth.key, names) }, detail: { remembered: isRemembered(name, text), key: text.slice(...growth.key.range).slice(0, 60) } };
};

/** What grows without end when it is added to. */
const isCollection = (term: Term): boolean => {
  if (term.kind === 'either') return term.options.some(isCollection);
  if (term.kind === 'new') return term.callee.kind === 'global' && /^(?:Map|Set)$/.test(term.callee.name);
  if (term.kind === 'call') return term.callee.kind === 'member' && term.callee.object.kind === 'global' && term.callee.object.name === 'Object' && term.callee.name === 'create';
  return (term.kind === 'array' && term.items.length === 0) || (term.kind === 'object' && term.members.size === 0 && term.spreads.length === 0);
};

const isExported = (file: FileFacts, id: number): boolean => [...file.exports.values(), file.exported].some((term) => term.kind === 'binding' && term.id === id);

/** Handed to others, who may take things out again. */
const escapes = (file: FileFacts, id: number): boolean => {
  const isIt = (term: Term): boolean => (term.kind === 'binding' && term.id === id) || (term.kind === 'object' && [...term.members.values()].some(isIt));
  return isExported(file, id) || file.functions.some(({ events, returns }) => returns.some(isIt) || events.some(({ args, term }) => args.some((arg) => isIt(arg.term)) && !(term.kind === 'call' && term.callee.kind === 'member' && term.callee.object.kind === 'global')));
};

const isOfModule = (file: FileFacts, target: Term): boolean => {
  if (target.kind === 'binding') {
    const { functionId, depth } = file.bindingPlaces[target.id];
    return functionId === 0 && depth === 0 && isCollection(file.bindings[target.id]) && !escapes(file, target.id);
  }
  if (target.kind !== 'member' || target.object.kind !== 'binding') return false;
  const owner = file.bindings[target.object.id];
  const value = owner.kind === 'class' ? file.classes[owner.id].statics.get(target.name) : undefined;
  return value !== undefined && isCollection(value);
};

const isRegistering = /^(?:register|define|add|use|set|install|declare|provide|bind|on|subscribe|extend|configure)(?=[A-Z]|$)/;

interface Growing {
  readonly way: readonly Hop[];
  readonly onRequest: boolean;
}

/** The way of a request to it; `null` when none is known. */
const wayTo = (file: FileFacts, inside: FunctionFacts, { requests }: RuleContext): readonly Hop[] | null => {
  if (answersRequest(file, inside)) return [];
  for (const facts of enclosing(file, inside)) {
    const way = requests.wayTo(facts);
    if (way) return way;
  }
  return null;
};

/** It grows with data: a request is known to come there with the key, or something is remembered for each person. */
const grows = (file: FileFacts, note: NoteFacts, context: RuleContext): Growing | null => {
  const { detail, terms: { target } } = note;
  const inside = file.functions[note.functionId];
  if (typeof detail !== 'object' || detail === null || !('key' in detail) || typeof detail.key !== 'string' || isPageCode(file.path) || runsAtStart(file, inside) || !isOfModule(file, target)) return null;
  const kind = keyKindOf(file, note, detail.key);
  if (kind === 'few' || isRegistering.test(inside.name)) return null;
  const way = wayTo(file, inside, context);
  if (way) return { way, onRequest: true };
  return kind === 'person' && detail.remembered === true ? { way: [], onRequest: false } : null;
};

/** One finding a collection, at the first place it grows. */
const isFirst = ({ file, note }: NotedPlace, context: RuleContext): boolean =>
  file.notes.find((other) => other.rule === note.rule && keyOf(other.terms.target) === keyOf(note.terms.target) && grows(file, other, context) !== null) === note;

/** A collection of the module that only grows while requests are answered. */
export const unboundedCache: Rule = {
  id: 'unbounded-cache',
  summary: 'A collection of the module that only grows',
  needs: [/new (?:Map|Set)\b|=\s*\[\]|=\s*\{\}|Object\.create\(null\)/, /\.(?:set|add|push|unshift)\(|\]\s*=/],
  reader: { rule: 'unbounded-cache', nodes: ['CallExpression', 'AssignmentExpression'], read },
  onNote(place, context) {
    const { file, note } = place;
    const growing = grows(file, note, context);
    if (!growing || !isFirst(place, context)) return null;
    const name = namesOf(file, note.terms.target).join('.');
    return {
      span: note.span,
      kind: 'memory',
      message: `\`${name}\` only grows: each new key stays until the process ends, and nothing in this file takes one out.`,
      severity: growing.onRequest ? 'warning' : 'info',
      onRequest: growing.onRequest,
      chain: [...growing.way, { file: file.path, span: note.span, label: name }],
      advice: 'Bound it: an LRU with a largest size or a time to live, a `WeakMap` keyed by the object, or a collection made for the request.',
    };
  },
};
