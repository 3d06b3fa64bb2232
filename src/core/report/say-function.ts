import type { Mapping } from '../model/analysis.ts';
import type { Category } from '../model/profile.ts';
import { formatCount, formatCounted, formatError, formatRoughShare, formatShare } from './format-numbers.ts';

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
export function sayNumbers({ self, total, selfShare, shareError, samples, ofSamples }: FunctionNumbers, whole: string): string {
  const counted = ofSamples === null ? formatCounted(samples, 'sample') : `${formatCount(samples)} of ${formatCounted(ofSamples, 'sample')}`;
  return `${self} self · ${total} total · ${formatShare(selfShare)} of the ${whole}, ${formatError(shareError)} (${counted})`;
}

/** What a reader must know of the lines; empty when they are exact. */
export const sayMapping = (mapping: Mapping): string =>
  (mapping === 'exact' ? '' : mapping === 'function' ? 'The lines inside are not known, only the function.' : 'No source map: this is the generated file.');

/** Beside more idle time than this share, a number of samples of the whole run is left out. */
export const mostIdleForCounts = 0.01;

/** What is said of a function; empty where there is nothing to say. */
export interface FunctionSentences {
  /** `parseRow — hot`. */
  readonly name: string;
  readonly stale: string;
  readonly numbers: string;
  readonly lines: string;
  readonly calledBy: string;
  readonly calls: string;
  readonly mapping: string;
  readonly split: string;
  readonly run: string;
}

/** Paragraphs of rows, in the one order of the hover and the tooltip. */
export const orderSentences = ({ name, stale, numbers, lines, calledBy, calls, mapping, split, run }: FunctionSentences): string[][] =>
  [[name, stale, numbers, lines], [calledBy, calls], [mapping, split, run]].map((rows) => rows.filter((text) => text !== '')).filter(({ length }) => length > 0);

const mostLines = 3;

/** `Line 15 takes 85 % of it · line 14 15 %`; `lines` heaviest first, in the unit of `self`. `link` makes a word lead to its line. */
export function sayLines(lines: readonly { readonly line: number; readonly self: number }[], self: number, link: (word: string, line: number) => string): string {
  const [hottest, ...rest] = lines.filter((line) => line.self >= self / 100).slice(0, mostLines);
  if (!hottest || self <= 0) return '';
  const others = rest.map((line) => ` · ${link(`line ${line.line}`, line.line)} ${formatRoughShare(line.self / self)}`);
  return `${link(`Line ${hottest.line}`, hottest.line)} takes ${formatRoughShare(hottest.self / self)} of it${others.join('')}`;
}

const words: Readonly<Record<Category, string>> = { own: 'own code', dependency: 'dependencies', node: 'Node', native: 'native code', gc: 'GC', program: 'program', idle: 'idle' };

/** `The run: own code 98 % · Node 1 %`; `whole` is what was not idle. */
export function saySplit(categories: readonly { readonly name: Category; readonly self: number }[], whole: number, subject = 'The run'): string {
  const parts = categories.filter(({ name, self }) => name !== 'idle' && self >= whole / 100);
  if (whole <= 0 || parts.length === 0) return '';
  return `${subject}: ${parts.map(({ name, self }) => `${words[name]} ${formatRoughShare(self / whole)}`).join(' · ')}`;
}

/** `Calls split 20.0 ms · GC 10.0 ms`: a collection is no call, but it ran there. */
export const sayCalls = (calls: string, collected: string): string =>
  (collected === '' ? calls : `${calls === '' ? 'Calls ' : `${calls} · `}GC ${collected}`);
