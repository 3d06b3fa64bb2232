import { measures } from '../../core/compare/list-changes.ts';
import { element } from '../element.ts';
import { unitWords } from '../model/quantity.ts';
import type { Panel } from '../shell/panel.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Side, UiState } from '../state/ui-state.ts';
import { toCss } from '../theme/color.ts';
import { colorOf } from './paint-differences.ts';

const sides: readonly Side[] = ['after', 'before'];

/** What the colours of the differential flame graph say, whose widths it has, and what is set against what. */
export class CompareBar implements Panel {
  readonly root: HTMLElement;
  private readonly side = element('select', { 'aria-label': 'Widths' }, element('option', { value: 'after' }, 'Width: after'), element('option', { value: 'before' }, 'Width: before'));
  private readonly measure = element('select', { 'aria-label': 'What is compared' }, ...measures.map((measure) => element('option', { value: measure })));
  private readonly slower = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  private readonly faster = element('span', { class: 'swatch', 'aria-hidden': 'true' });

  constructor({ dispatch }: PageActions) {
    this.side.addEventListener('change', () => sides.filter((side) => side === this.side.value).forEach((side) => dispatch({ kind: 'side', side })));
    this.measure.addEventListener('change', () => measures.filter((measure) => measure === this.measure.value).forEach((measure) => dispatch({ kind: 'measure', measure })));
    const legend = element('p', { class: 'legend' }, this.faster, '− takes less than before', this.slower, '+ takes more');
    this.root = element('div', { class: 'compare-bar' }, legend, element('span', { class: 'choices' }, this.side, this.measure));
  }

  show({ side, measure }: UiState, { theme, model }: Shown): void {
    this.side.value = side;
    this.measure.value = measure;
    this.measure.options[0].textContent = `Compare: ${unitWords[model.unit].toLowerCase()}`;
    this.measure.options[1].textContent = 'Compare: shares of each run';
    this.slower.style.background = toCss(colorOf({ before: 0, after: 1 }, 1, theme));
    this.faster.style.background = toCss(colorOf({ before: 1, after: 0 }, 1, theme));
  }
}
