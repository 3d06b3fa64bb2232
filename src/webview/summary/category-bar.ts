import { formatShare, formatTime } from '../../core/report/format-numbers.ts';
import type { PageState } from '../../protocol/webview.ts';
import { element } from '../element.ts';

const words = {
  own: 'own code',
  dependency: 'dependencies',
  node: 'Node',
  native: 'native',
  gc: 'garbage collection',
  program: 'program',
  idle: 'idle',
} as const;

/** One bar split by category, and the same as a list: the colours are never the only carrier. */
export function drawCategories(categories: PageState['categories']): HTMLElement {
  const shown = categories.filter(({ selfMs }) => selfMs > 0);
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  for (const { name, share } of shown) {
    const part = element('span', { class: name });
    part.style.flexGrow = String(share);
    bar.append(part);
  }
  const list = element('ul', { class: 'key' }, ...shown.map(({ name, selfMs, share }) =>
    element('li', {}, element('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), `${words[name]} ${formatTime(selfMs)} · ${formatShare(share)}`)));
  return element('section', { 'aria-label': 'CPU time by kind of code' }, bar, list);
}
