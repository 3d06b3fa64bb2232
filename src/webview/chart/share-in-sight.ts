import type { Range } from '../state/ui-state.ts';

/** The chosen part of what is in sight, as shares of the width; equal where all of it lies outside. */
export function shareInSight([from, to]: Range, view: { readonly from: number; readonly to: number }): readonly [left: number, right: number] {
  const share = (at: number): number => Math.max(0, Math.min(1, (at - view.from) / (view.to - view.from)));
  return [share(from), share(to)];
}
