import type { FlameBoxes } from '../../core/layout/view.ts';
import { element } from '../element.ts';
import { sayCallersAbove } from './callers-above.ts';
import { thumbOf } from './thumb-of.ts';

export interface RowsInSight {
  readonly boxes: FlameBoxes;
  readonly top: number;
  readonly rows: number;
  readonly upward: boolean;
  /** Where on the axis the callers are named. */
  readonly at: number;
  readonly nameOf: (box: number) => string;
}

/** Where in a deep picture one is: a bar at its edge, and the callers that are out of sight. Both lead back by mouse; by key Home and the page keys do. */
export class RowMarks {
  private readonly thumb = element('div', { class: 'thumb' });
  private readonly bar = element('div', { class: 'depth-bar', hidden: '' }, this.thumb);
  private readonly callers = element('div', { class: 'callers-above', title: 'Back to the first row (Home)', hidden: '' });
  readonly root = element('div', { class: 'row-marks', 'aria-hidden': 'true' }, this.bar, this.callers);
  private shown: RowsInSight | null = null;

  /** @param scroll to a first row */
  constructor(scroll: (top: number) => void) {
    this.callers.addEventListener('click', () => scroll(0));
    this.bar.addEventListener('pointerdown', (event) => {
      this.bar.setPointerCapture(event.pointerId);
      scroll(this.topAt(event));
    });
    this.bar.addEventListener('pointermove', (event) => {
      if (this.bar.hasPointerCapture(event.pointerId)) scroll(this.topAt(event));
    });
  }

  show(shown: RowsInSight): void {
    const { boxes, top, rows, upward, at, nameOf } = shown;
    this.shown = shown;
    const thumb = thumbOf(boxes.depth, top, rows);
    const said = sayCallersAbove(boxes, Math.floor(top), at, nameOf);
    this.root.classList.toggle('upward', upward);
    this.bar.hidden = thumb === null;
    this.callers.hidden = said === null;
    if (said !== null) this.callers.textContent = `${upward ? '▾' : '▴'} ${said}`;
    if (!thumb) return;
    this.thumb.style.height = `${thumb.size * 100}%`;
    this.thumb.style[upward ? 'bottom' : 'top'] = `${thumb.from * 100}%`;
    this.thumb.style[upward ? 'top' : 'bottom'] = 'auto';
  }

  /** The middle of the thumb goes where the pointer is. */
  private topAt(event: PointerEvent): number {
    const { boxes: { depth }, rows, upward, top } = this.shown ?? { boxes: { depth: 0 }, rows: 0, upward: false, top: 0 };
    const size = thumbOf(depth, top, rows)?.size ?? 1;
    const box = this.bar.getBoundingClientRect();
    const share = (event.clientY - box.top) / Math.max(1, box.height);
    const from = (upward ? 1 - share : share) - size / 2;
    return size < 1 ? Math.max(0, Math.min(1, from / (1 - size))) * (depth - rows) : 0;
  }
}
