import { formatCount, formatShare } from '../../core/report/format-numbers.ts';
import { element } from '../element.ts';
import type { Neighbour } from '../model/neighbours.ts';
import { findNeighbours } from '../model/neighbours.ts';
import { originOf } from '../model/origin.ts';
import { formatQuantity, shareOf } from '../model/quantity.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Panel } from './panel.ts';
import type { PageActions, Shown } from './shown.ts';
import { sayAbsence } from './say-absence.ts';

const mostEdges = 3;

/** The chosen function at the page's foot: its times over all calls, its place, who calls it and whom it calls. */
export class DetailBar implements Panel {
  readonly root = element('section', { class: 'detail', 'aria-label': 'Chosen function' });
  private readonly actions: PageActions;
  private key: readonly unknown[] = [];

  constructor(actions: PageActions) {
    this.actions = actions;
  }

  show(state: UiState, shown: Shown): void {
    const key = [state.selected, shown.view, shown.compared, shown.model];
    if (key.every((part, index) => part === this.key[index])) return;
    this.key = key;
    this.root.replaceChildren(...(state.selected < 0 ? [element('p', { class: 'hint' }, 'Choose a frame or a line to see its times, callers and callees. Press ? for all keys.')] : this.parts(state, shown)));
  }

  private parts(state: UiState, shown: Shown): HTMLElement[] {
    const { selected: func } = state;
    const { model, compared, view: { functions, tree } } = shown;
    const who = element('div', { class: 'who' }, element('strong', {}, model.name(func)), this.place(func, shown));
    const absence = compared ? '' : sayAbsence(state, functions);
    if (absence !== '') return [who, element('p', { class: 'absence' }, absence)];
    const say = (value: number): string => (model.category(func) === 'idle' ? formatQuantity(value, model.unit) : `${formatQuantity(value, model.unit)} (${formatShare(shareOf(value, functions))})`);
    const { callers, callees } = findNeighbours(tree, func);
    return [
      who,
      element('div', { class: 'numbers' }, ...(compared
        ? [fact('self', compared.sayPair(compared.self(func))), fact('total', compared.sayPair(compared.total(func)))]
        : [fact('self', say(functions.self[func])), fact('total', say(functions.total[func])), fact('samples', formatCount(functions.samples[func]))])),
      element('div', { class: 'edges' }, ...this.edges('Called by', callers, shown), ...this.edges('Calls', callees, shown)),
    ];
  }

  private place(func: number, { model }: Shown): HTMLElement {
    const place = model.place(func);
    if (place === '') return element('span', { class: 'origin' }, originOf(model, func));
    if (!model.isOpenable(func)) return element('span', { class: 'place', title: place }, place);
    const link = element('button', { type: 'button', class: 'link place', title: `Go to ${place}` }, place);
    link.addEventListener('click', () => this.actions.open(func, 0));
    return link;
  }

  private edges(word: string, edges: readonly Neighbour[], { model }: Shown): HTMLElement[] {
    if (edges.length === 0) return [];
    const links = edges.slice(0, mostEdges).map(({ func, total }) => {
      const link = element('button', { type: 'button', class: 'link', title: model.place(func) }, model.name(func));
      link.addEventListener('click', () => this.actions.dispatch({ kind: 'select', func }));
      return element('span', { class: 'edge' }, link, ` ${formatQuantity(total, model.unit)}`);
    });
    const more = edges.length > mostEdges ? [element('span', { class: 'more' }, `${edges.length - mostEdges} more`)] : [];
    return [element('span', { class: 'edges-of' }, element('span', { class: 'word' }, word), ...links, ...more)];
  }
}

const fact = (word: string, value: string): HTMLElement => element('span', { class: `fact ${word}` }, element('span', { class: 'word' }, word), ` ${value}`);
