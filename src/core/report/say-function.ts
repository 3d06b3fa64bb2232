import type { Mapping } from '../model/analysis.ts';
import { formatCount, formatCounted, formatError, formatShare } from './format-numbers.ts';

export interface FunctionNumbers {
  /** With their units. */
  readonly self: string;
  readonly total: string;
  readonly selfShare: number;
  readonly shareError: number;
  readonly samples: number;
  /** Of the run; `null` where it would contradict the share, which leaves waiting out. */
  readonly ofSamples: number | null;
}

/** `1.22 s self · 1.25 s total · 81.3 % of the CPU time, ± 2.0 points (1,220 of 1,500 samples)`: the same words in the hover and in the picture's tooltip. */
export function sayNumbers({ self, total, selfShare, shareError, samples, ofSamples }: FunctionNumbers, whole = 'the CPU time'): string {
  const counted = ofSamples === null ? formatCounted(samples, 'sample') : `${formatCount(samples)} of ${formatCounted(ofSamples, 'sample')}`;
  return `${self} self · ${total} total · ${formatShare(selfShare)} of ${whole}, ${formatError(shareError)} (${counted})`;
}

/** What a reader must know of the lines; empty when they are exact. */
export const sayMapping = (mapping: Mapping): string =>
  (mapping === 'exact' ? '' : mapping === 'function' ? 'The lines inside are not known, only the function.' : 'No source map: this is the generated file.');

/** Beside more idle time than this share, a number of samples of the whole run is left out. */
export const mostIdleForCounts = 0.01;
