import type { Analysis, FunctionTime } from '../../session/index.ts';
import { formatRoughShare, formatAmount } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { rankFunction } from '../../core/report/rank-function.ts';

export interface HotFunction {
  readonly at: FunctionTime;
  readonly message: string;
}

/** The hot functions of the user's own code worth a diagnostic, hottest first. Never from one sample: that is chance. */
export function pickHotFunctions({ functions, unit }: Analysis, limit: number): HotFunction[] {
  const hot = functions.filter(({ category, line, file, selfShare, shareError, samples }) =>
    category === 'own' && file !== '' && line > 0 && samples > 1 && rankFunction(selfShare) === 'hot' && selfShare > shareError);
  return hot.slice(0, limit).map((at) => ({ at, message: sayHot(at, unit) }));
}

const sayHot = ({ name, selfMs, selfShare, totalMs }: FunctionTime, unit: Analysis['unit']): string =>
  `\`${visibleText(name)}\` is hot: ${formatAmount(selfMs, unit)} self (${formatRoughShare(selfShare)}), ${formatAmount(totalMs, unit)} total`;
