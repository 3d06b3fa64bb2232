import type { ViewScope } from '../../core/layout/view.ts';
import type { UiState } from './ui-state.ts';

/** What the engine is asked to lay out. */
export const scopeOf = ({ lane, range, transforms }: UiState): ViewScope => ({ lanes: lane < 0 ? [] : [lane], range, transforms });

export const isSameScope = (a: UiState, b: UiState): boolean => a.lane === b.lane && a.range === b.range && a.transforms === b.transforms;
