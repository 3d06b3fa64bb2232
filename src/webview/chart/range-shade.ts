import { element } from '../element.ts';
import type { Range } from '../state/ui-state.ts';
import { shareInSight } from './share-in-sight.ts';

/** Veils what of a picture lies outside the chosen range, which everything is added up over. */
export class RangeShade {
  private readonly before = element('div', { class: 'outside before' });
  private readonly after = element('div', { class: 'outside after' });
  readonly root = element('div', { class: 'range-shade', 'aria-hidden': 'true', hidden: '' }, this.before, this.after);

  show(range: Range | null, view: { readonly from: number; readonly to: number }): void {
    this.root.hidden = range === null;
    if (!range) return;
    const [left, right] = shareInSight(range, view);
    this.before.style.width = `${left * 100}%`;
    this.after.style.width = `${(1 - right) * 100}%`;
    // Where a range ends out of sight there is no edge to draw.
    this.before.hidden = range[0] <= view.from;
    this.after.hidden = range[1] >= view.to;
  }
}
