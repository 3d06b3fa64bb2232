import { element } from '../element.ts';
import { ticksOf } from './ticks-of.ts';

const labelPx = 90;

/** Marks of the x axis above a picture. */
export class TimeAxis {
  readonly root = element('div', { class: 'axis', 'aria-hidden': 'true' });

  show(from: number, to: number, say: (value: number) => string): void {
    const ticks = ticksOf(from, to, Math.floor(this.root.clientWidth / labelPx));
    this.root.replaceChildren(...ticks.map((tick) => {
      const mark = element('span', {}, say(tick));
      mark.style.left = `${((tick - from) / (to - from)) * 100}%`;
      return mark;
    }));
  }
}
