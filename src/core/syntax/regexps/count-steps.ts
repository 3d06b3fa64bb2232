import type { AST } from '@eslint-community/regexpp';
import { compileLeaf } from './compile-leaf.ts';
import type { Matcher, Next, Run } from './matcher.ts';

const anywhere: Next = () => true;

const inTurn = (matchers: readonly Matcher[]): Matcher =>
  matchers.reduceRight<Matcher>((rest, first) => (at, next) => first(at, (end) => rest(end, next)), (at, next) => next(at));

const compileAlternatives = (alternatives: readonly AST.Alternative[], run: Run): Matcher => {
  const matchers = alternatives.map(({ elements }) => inTurn(elements.map((element) => compile(element, run))));
  return (at, next) => matchers.some((matcher) => matcher(at, next));
};

/** Further back is not looked: such lookbehinds are as good as never written. */
const furthestBack = 20;

const compileLook = (node: AST.LookaroundAssertion, run: Run): Matcher => {
  const inner = compileAlternatives(node.alternatives, run);
  const isBefore = (at: number): boolean => Array.from({ length: Math.min(at, furthestBack) + 1 }, (_, back) => at - back).some((start) => inner(start, (end) => end === at));
  return (at, next) => (node.kind === 'lookahead' ? inner(at, anywhere) : isBefore(at)) !== node.negate && next(at);
};

const compileQuantifier = ({ element, min, max, greedy }: AST.Quantifier, run: Run): Matcher => {
  const once = compile(element, run);
  const repeat = (at: number, count: number, next: Next): boolean => {
    if (run.spent()) return true;
    // An iteration that takes nothing ends the repetition.
    const more = (): boolean => count < max && once(at, (end) => (end > at || count < min) && repeat(end, count + 1, next));
    const enough = (): boolean => count >= min && next(at);
    return greedy ? more() || enough() : enough() || more();
  };
  return (at, next) => repeat(at, 0, next);
};

const compileCapture = (node: AST.CapturingGroup, run: Run): Matcher => {
  const inner = compileAlternatives(node.alternatives, run);
  return (at, next) =>
    inner(at, (end) => {
      const before = run.captured.get(node) ?? '';
      run.captured.set(node, run.text.slice(at, end));
      if (next(end)) return true;
      run.captured.set(node, before);
      return false;
    });
};

const compile = (node: AST.Element, run: Run): Matcher => {
  switch (node.type) {
    case 'Group':
      return compileAlternatives(node.alternatives, run);
    case 'CapturingGroup':
      return compileCapture(node, run);
    case 'Quantifier':
      return compileQuantifier(node, run);
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? compileLook(node, run) : compileLeaf(node, run);
    default:
      return compileLeaf(node, run);
  }
};

/** How many steps the backtracking of the standard takes to match a text from its begin, which may be a tenth of the limit to that or the limit itself when it is reached. */
export const countSteps = ({ pattern, flags }: { readonly pattern: AST.Pattern; readonly flags: AST.Flags }, text: string, limit: number): { readonly steps: number; readonly matches: boolean } => {
  let steps = 0;
  const run: Run = { text, flags, captured: new Map(), spent: () => ++steps > limit };
  const matches = compileAlternatives(pattern.alternatives, run)(0, anywhere);
  return { steps: Math.min(steps, limit), matches: matches && steps <= limit };
};
