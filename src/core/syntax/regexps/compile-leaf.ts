import type { AST } from '@eslint-community/regexpp';
import type { Matcher, Run } from './matcher.ts';

const flagsOf = ({ ignoreCase, dotAll, unicode, unicodeSets }: AST.Flags): string =>
  `${ignoreCase ? 'i' : ''}${dotAll ? 's' : ''}${unicode ? 'u' : ''}${unicodeSets ? 'v' : ''}`;

/** Whether a part of an expression that stands for one character takes this one. */
export const acceptorOf = ({ raw }: AST.Element, flags: AST.Flags): ((character: string) => boolean) => {
  const expression = new RegExp(`^(?:${raw})$`, flagsOf(flags));
  const known = new Map<string, boolean>();
  return (character) => {
    const accepted = known.get(character) ?? expression.test(character);
    known.set(character, accepted);
    return accepted;
  };
};

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);
const isLineEnd = (character: string | undefined): boolean => character === undefined || /[\n\r\u2028\u2029]/.test(character);

const compileEdge = (node: AST.EdgeAssertion | AST.WordBoundaryAssertion, { text, flags: { multiline } }: Run): Matcher => {
  if (node.kind === 'word') return (at, next) => (isWord(text[at - 1]) !== isWord(text[at])) !== node.negate && next(at);
  if (node.kind === 'start') return (at, next) => (at === 0 || (multiline && isLineEnd(text[at - 1]))) && next(at);
  return (at, next) => (at === text.length || (multiline && isLineEnd(text[at]))) && next(at);
};

const compileBackreference = ({ resolved }: AST.Backreference, { text, captured }: Run): Matcher => {
  const groups = Array.isArray(resolved) ? resolved : [resolved];
  return (at, next) => {
    const wanted = groups.map((group) => captured.get(group)).find((found) => found !== undefined) ?? '';
    return text.startsWith(wanted, at) && next(at + wanted.length);
  };
};

/** A part of an expression that holds no others. */
export const compileLeaf = (node: Exclude<AST.Element, AST.Group | AST.CapturingGroup | AST.Quantifier | AST.LookaroundAssertion>, run: Run): Matcher => {
  if (node.type === 'Assertion') return compileEdge(node, run);
  if (node.type === 'Backreference') return compileBackreference(node, run);
  const accepts = acceptorOf(node, run.flags);
  return (at, next) => run.spent() || (at < run.text.length && accepts(run.text[at]) && next(at + 1));
};
