import type { Comparison, FunctionChange } from '../compare/comparison.ts';
import { formatRoughChange } from './format-change.ts';
import { formatAmount, formatCount, formatRoughShare, formatRoughTime } from './format-numbers.ts';
import { quotePlain, type QuoteName } from './headline.ts';
import { nameWhole } from './name-whole.ts';

const wholes = { 'CPU time': 'CPU time', 'wall time': 'wall time', bytes: 'memory', count: 'counts' } as const;

/** V8's own frames as a sentence calls them. */
const metaWords: ReadonlyMap<string, string> = new Map([['gc', 'the garbage collector'], ['program', 'Node itself (starting, native code)']]);

/** Both runs in one sentence, ended by a full stop: the function that changed most, then the whole. */
export function headlineComparison(comparison: Comparison, quote: QuoteName = quotePlain): string {
  const [top] = comparison.functions;
  const whole = sayWhole(comparison);
  if (!top || top.kind === 'same') return `No function takes noticeably more or less than before; ${whole}.`;
  return `${sayChange(top, comparison, quote)}; ${whole}.`;
}

function sayChange({ kind, name, category, before, after }: FunctionChange, comparison: Comparison, quote: QuoteName): string {
  const words = metaWords.get(category);
  const subject = words === undefined ? quote(name) : words.charAt(0).toUpperCase() + words.slice(1);
  const ofWhole = comparison.measure === 'share' ? ` of the ${wholes[nameWhole(comparison)]}` : '';
  const amount = (value: number): string => (comparison.measure === 'share' ? formatRoughShare(value) : formatRoughChange(value, comparison)) + ofWhole;
  if (kind === 'gone') return `${subject} is gone with its ${amount(before?.self ?? 0)}`;
  if (kind === 'new') return `${subject} is new and takes ${amount(after?.self ?? 0)}`;
  const change = (after?.self ?? 0) - (before?.self ?? 0);
  return `${subject} takes ${formatRoughChange(change, comparison)} ${change < 0 ? 'less' : 'more'}${ofWhole}`;
}

function sayWhole(comparison: Comparison): string {
  const { unit, before, after } = comparison;
  const [was, is] = [before.all - before.idle, after.all - after.idle];
  const amount = (value: number): string => (unit === 'microseconds' ? formatRoughTime(value) : formatAmount(value, unit));
  const change = amount(is) === amount(was) ? 'as much as before' : `${sayRatio(was, is)} (${amount(was)})`;
  return `the run took ${amount(is)} of ${wholes[nameWhole(comparison)]}, ${change}`;
}

/** `12 % less than before`, `5.8 times as much as before`. */
function sayRatio(was: number, is: number): string {
  if (was <= 0) return 'more than before';
  if (is >= was * 2) return `${is < was * 100 ? Number((is / was).toPrecision(2)) : formatCount(is / was)} times as much as before`;
  return `${formatRoughShare(Math.abs(is - was) / was)} ${is < was ? 'less' : 'more'} than before`;
}
