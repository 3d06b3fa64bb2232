import type { AST } from '@eslint-community/regexpp';
import { acceptorOf } from './compile-leaf.ts';

/** Characters that read well, those of words first. */
const readable = ['a', '0', ' ', '-', '_', '.', '/', ':', ...Array.from({ length: 94 }, (_, code) => String.fromCharCode(33 + code)), '\n', '\t'];

/** What leads to a part is read by people and put before each text that is tried. */
const longestWord = 200;

const shortest = (words: readonly (string | null)[]): string | null =>
  words.reduce<string | null>((best, word) => (word !== null && (best === null || word.length < best.length) ? word : best), null);

const wordOfAll = (elements: readonly AST.Element[], flags: AST.Flags): string | null => {
  let all = '';
  for (const element of elements) {
    const word = wordOf(element, flags);
    if (word === null || all.length + word.length > longestWord) return null;
    all += word;
  }
  return all;
};

const repeated = (word: string | null, count: number): string | null => (word === null || word.length * count > longestWord ? null : word.repeat(count));

/** A short text that a part of an expression takes; `null` where none is found. */
const wordOf = (node: AST.Element, flags: AST.Flags): string | null => {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'Group':
    case 'CapturingGroup':
      return shortest(node.alternatives.map(({ elements }) => wordOfAll(elements, flags)));
    case 'Quantifier':
      return node.min === 0 ? '' : repeated(wordOf(node.element, flags), node.min);
    case 'Backreference':
      return wordOf(Array.isArray(node.resolved) ? node.resolved[0] : node.resolved, flags);
    case 'Assertion':
      return '';
    default:
      return readable.find(acceptorOf(node, flags)) ?? null;
  }
};

/** A short text that leads to a part of an expression: what stands before it, in it and in the groups around. */
export const wordBefore = (node: AST.QuantifiableElement | AST.Quantifier, flags: AST.Flags): string | null => {
  let word = '';
  for (let at: AST.Node | null = node; at?.parent; at = at.parent) {
    const { parent }: AST.Node = at;
    if (parent?.type !== 'Alternative') continue;
    const before = wordOfAll(parent.elements.slice(0, parent.elements.findIndex(({ start }) => start === at?.start)), flags);
    if (before === null || before.length + word.length > longestWord) return null;
    word = before + word;
  }
  return word;
};
