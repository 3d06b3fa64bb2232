import type { FunctionTotals } from '../../core/layout/view.ts';
import type { UiState } from '../state/ui-state.ts';

/** Why a chosen function has no time in what is shown; empty when it has some, or nothing was narrowed. */
export function sayAbsence({ range, transforms, lane, selected }: Pick<UiState, 'range' | 'transforms' | 'lane' | 'selected'>, { total, samples }: FunctionTotals): string {
  if (selected < 0 || total[selected] > 0 || samples[selected] > 0) return '';
  const narrowed = [...(lane >= 0 ? ['thread'] : []), ...(range ? ['range'] : []), ...(transforms.length > 0 ? ['stacks'] : [])];
  return narrowed.length === 0 ? '' : `None of it is in the chosen ${narrowed.join(' and ')}.`;
}
