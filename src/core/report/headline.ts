import type { Analysis, FunctionTime } from '../model/analysis.ts';
import { formatRoughShare, formatRoughTime } from './format-numbers.ts';
import { nameWhole } from './name-whole.ts';
import { visibleText } from './visible-text.ts';

/** How a sentence sets a name off; Markdown brings its own. */
export type QuoteName = (name: string) => string;

export const quotePlain: QuoteName = (name) => `\`${visibleText(name, 60)}\``;

/** From this share of waiting on, the waiting comes first. */
const idleHeavy = 0.5;
/** Below this share no function is called the reason. */
const dominant = 0.1;
/** A line is named when it holds this share of its function. */
const decisiveLine = 0.5;

/** The run in one sentence, ended by a full stop. */
export function headline(analysis: Analysis, quote: QuoteName = quotePlain): string {
  const busyMs = analysis.durationMs - analysis.idleMs;
  const whole = `the ${nameWhole(analysis)}`;
  if (analysis.unit !== 'microseconds') return busyMs <= 0 ? 'The file counts nothing.' : `${sayHottest(analysis, busyMs, whole, quote, capitalize)}.`;
  if (analysis.recordings.every(({ samples }) => samples === 0)) return 'No sample was taken: the run ended before the first one.';
  if (busyMs <= 0) return `This run waited all of its ${formatRoughTime(analysis.durationMs)}; no ${nameWhole(analysis)} was seen.`;
  const idleShare = analysis.idleMs / analysis.durationMs;
  const isCutOff = analysis.problems.some(({ code }) => code === 'truncated');
  if (isCutOff) return `The file is cut off; in what is left of it ${sayHottest(analysis, busyMs, whole, quote, asItIs)}.`;
  if (idleShare < idleHeavy) return `${sayHottest(analysis, busyMs, whole, quote, capitalize)}.`;
  const waited = `This run waited ${formatRoughShare(idleShare)} of ${formatRoughTime(analysis.durationMs)}; CPU heat covers the other ${formatRoughTime(busyMs)}`;
  return `${waited}: ${sayHottest(analysis, busyMs, 'that', quote, asItIs)}.`;
}

/** `open` sets the first word of ours; a name that comes first stays as it is. */
function sayHottest(analysis: Analysis, busyMs: number, whole: string, quote: QuoteName, open: (words: string) => string): string {
  const top = analysis.functions.find(({ selfMs }) => selfMs > 0);
  const meta = heaviestMeta(analysis);
  if (!top || (meta.selfMs > top.selfMs && meta.selfMs >= busyMs * dominant)) {
    const rest = top ? `; the hottest function is ${quote(top.name)} with ${formatRoughShare(top.selfShare)}` : '';
    return `${open(meta.words)} takes ${formatRoughShare(meta.selfMs / busyMs)} of ${whole}${rest}`;
  }
  if (top.selfShare < dominant) return `${open('no function dominates')}: the hottest, ${quote(top.name)}, takes ${formatRoughShare(top.selfShare)} of ${whole}`;
  return `${quote(top.name)} takes ${formatRoughShare(top.selfShare)} of ${whole}${sayLine(top) || sayCaller(analysis, top, quote)}`;
}

const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const asItIs = (words: string): string => words;

function sayLine({ lines, selfMs, file, category }: FunctionTime): string {
  const [hottest] = lines;
  if (category !== 'own' || file === '' || lines.length < 2 || hottest.selfMs < selfMs * decisiveLine) return '';
  return `; line ${hottest.line} takes ${formatRoughShare(hottest.selfMs / selfMs)} of it`;
}

/** Code the reader did not write is explained by who calls it. */
function sayCaller({ functions }: Analysis, { category, callers }: FunctionTime, quote: QuoteName): string {
  return category === 'own' || callers.length === 0 ? '' : `; ${quote(functions[callers[0].index].name)} calls it most`;
}

function heaviestMeta({ categories }: Analysis): { readonly words: string; readonly selfMs: number } {
  const ms = (name: string): number => categories.find((category) => category.name === name)?.selfMs ?? 0;
  const gc = { words: 'the garbage collector', selfMs: ms('gc') };
  const program = { words: 'Node itself (starting, native code)', selfMs: ms('program') };
  return gc.selfMs > program.selfMs ? gc : program;
}
