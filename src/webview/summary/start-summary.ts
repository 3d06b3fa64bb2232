import { formatCounted } from '../../core/report/format-numbers.ts';
import { hostMethods, isNothing, isPageStateOrNull, pageMethods } from '../../protocol/webview.ts';
import type { PageState } from '../../protocol/webview.ts';
import type { EditorApi } from '../bridge/connect-to-editor.ts';
import { connectToEditor } from './bridge.ts';
import { drawCategories } from './category-bar.ts';
import { element } from '../element.ts';
import { FunctionTable } from './function-table.ts';

/** Shows the state an editor sends that doesn't know the viewer yet. */
export function startSummary(api: EditorApi): void {
  let revision = 0;
  document.body.classList.add('summary');
  const table = new FunctionTable((index) => void editor.request(hostMethods.openFunction, { revision, index }, isNothing).catch(sayFailure));
  const showState = (state: PageState | null): void => {
    revision = state?.revision ?? 0;
    show(state, table);
  };
  const editor = connectToEditor(api, new Map([[pageMethods.show, (state: unknown) => (isPageStateOrNull(state) ? showState(state) : undefined)]]));
  editor.request(hostMethods.ready, null, isPageStateOrNull).then(showState, sayFailure);
}

function show(state: PageState | null, table: FunctionTable): void {
  if (!state) return document.body.replaceChildren(element('p', { class: 'empty' }, 'No recording is open. Profile a file, or open a profile, and its summary appears here.'));
  table.show(state.functions);
  document.body.replaceChildren(
    element('h1', {}, state.title),
    element('p', { class: 'headline' }, state.headline),
    listOf('runs', 'What ran', state.runs),
    ...(state.problems.length > 0 ? [listOf('problems', 'Worth knowing', state.problems)] : []),
    drawCategories(state.categories),
    table.root,
    ...(state.moreFunctions > 0 ? [element('p', { class: 'more' }, `and ${formatCounted(state.moreFunctions, 'function')} with less self time`)] : []),
  );
}

const listOf = (name: string, label: string, lines: readonly string[]): HTMLElement =>
  element('ul', { class: name, 'aria-label': label }, ...lines.map((line) => element('li', {}, line)));

function sayFailure(error: unknown): void {
  document.body.append(element('p', { role: 'alert' }, error instanceof Error ? error.message : String(error)));
}
