import type { Analysis } from '../../session/index.ts';
import { formatShare, formatAmount } from '../../core/report/format-numbers.ts';
import { heatStep } from './heat-step.ts';
import type { FileHeat } from './index-heat.ts';

export type ShownValue = 'self' | 'total';

export interface MarkOptions {
  readonly shown: ShownValue;
  /** Share from which a line is marked, 0–1. */
  readonly threshold: number;
  readonly text: boolean;
  /** Recorded lines whose end is taken, by a diagnostic. */
  readonly silent: ReadonlySet<number>;
}

export interface HeatMark {
  /** 1-based, in the recorded text. */
  readonly line: number;
  /** 1 … 6. */
  readonly step: number;
  /** Empty: a bar only. */
  readonly text: string;
}

/** A line of at least this long is marked however small its share, ms. */
const longMs = 5;
const textLimit = 40;
/** Bars past this many a file say nothing more and cost repainting. */
const markLimit = 500;

/** The lines of one file worth marking, heaviest first. */
export function computeMarks(heat: FileHeat, analysis: Analysis, { shown, threshold, text, silent }: MarkOptions): HeatMark[] {
  const rows = shown === 'self' ? heat.lines.map(({ line, selfMs, share }) => ({ line, ms: selfMs, share })) : totals(heat, analysis);
  const worth = rows.filter(({ ms, share }) => ms > 0 && (share >= threshold || (analysis.unit === 'microseconds' && ms >= longMs))).slice(0, markLimit);
  let texts = 0;
  return worth.map(({ line, ms, share }) => {
    const said = text && !silent.has(line) && texts < textLimit;
    if (said) texts++;
    return { line, step: heatStep(share), text: said ? `${formatAmount(ms, analysis.unit)} · ${formatShare(share)}` : '' };
  });
}

/** Total time stands on the function's line: of several on one line the longest, since one may hold the other. */
function totals({ functions }: FileHeat, analysis: Analysis): { line: number; ms: number; share: number }[] {
  const byLine = new Map<number, { line: number; ms: number; share: number }>();
  for (const at of functions) {
    const row = analysis.functions[at];
    if (row && (byLine.get(row.line)?.ms ?? -1) < row.totalMs) byLine.set(row.line, { line: row.line, ms: row.totalMs, share: row.totalShare });
  }
  return [...byLine.values()].sort((a, b) => b.ms - a.ms);
}
