import type { analyse, ParsedLiteral, Report } from 'scslre';
import { wordBefore } from './attack-words.ts';
import { countSteps } from './count-steps.ts';

/** The analyser of backtracking, which is loaded on demand. */
export type AnalyseRegexp = typeof analyse;

/** A text on which an expression takes more than linear time: `before`, then `repeated` many times, then `after`. */
export interface Backtracking {
  /** By what power of the text's length the time grows; infinite = it doubles with a character or so. */
  readonly power: number;
  readonly before: string;
  readonly repeated: string;
  readonly after: string;
}

/** What makes an expression fail behind the repeated part, so that it tries all other ways. */
const endings = ['!', '\n', ' ', '"', 'a', '0', '\u0000', ''];
/** About 10 ms. */
const mostSteps = 200_000;
const longest = 256;
/** Within so few characters no power of interest reaches the limit. */
const doubling = 32;
/** Twice the text takes 3.2 times as long: quadratic, less what does not grow. */
const leastPower = 1.7;

/** How the steps grow with the repeated part; 1 when they don't grow faster than the text. */
const powerOf = (parsed: ParsedLiteral, { before, repeated, after }: Omit<Backtracking, 'power'>): number => {
  let last = 0;
  let power = 1;
  for (let count = doubling; count <= longest; count *= 2) {
    const { steps, matches } = countSteps(parsed, before + repeated.repeat(count) + after, mostSteps);
    if (matches) return 1;
    if (steps === mostSteps) return count === doubling ? Infinity : power;
    if (last > 0) power = Math.log2(steps / last);
    last = steps;
  }
  return power;
};

const quantifiersOf = (report: Report) => (report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant]);

/** The worst text for what the analyser says; `null` where no text bears it out. */
const attackOf = (parsed: ParsedLiteral, report: Report): Backtracking | null => {
  const words = new Set(quantifiersOf(report).flatMap((quantifier) => wordBefore(quantifier, parsed.flags) ?? []));
  let worst: Backtracking | null = null;
  for (const before of words) {
    for (const after of endings) {
      const text = { before, repeated: report.character.pick, after };
      const power = powerOf(parsed, text);
      if (power >= leastPower && (!worst || power > worst.power + 0.5)) worst = { power: Math.round(power), ...text };
      if (worst && (power === Infinity || !report.exponential)) return worst;
    }
  }
  return worst;
};

/** An expression that can't be slow has fewer than two parts without an upper limit. */
export const mayBacktrack = (source: string): boolean => (source.replaceAll(/\\./gs, 'x').match(/[*+]|\{\d+,\}/g) ?? []).length > 1;

/** The analyser takes time by the square of what is written: a tenth to half a second for the worst of this length. */
const longestSource = 1_000;
/** A group of two backreferences takes two of what the one before takes, so work doubles with each. */
const mostBackreferences = 5;

const isTooMuch = (source: string): boolean => source.length > longestSource || (source.match(/\\./gs) ?? []).filter((escape) => /[1-9k]/.test(escape)).length > mostBackreferences;

/** The worst text for an expression; `null` when its time grows with the text as it should, or it is none, or too much to be judged. */
export const findBacktracking = (analyseRegexp: AnalyseRegexp, source: string, flags: string): Backtracking | null => {
  if (isTooMuch(source) || !mayBacktrack(source)) return null;
  try {
    const { parsed, reports } = analyseRegexp({ source, flags }, { reportTypes: { Move: false }, maxReports: 8 });
    const attacks = reports.flatMap((report) => attackOf(parsed, report) ?? []);
    return attacks.toSorted((a, b) => b.power - a.power)[0] ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
};
