import { formatBytes } from '../../core/report/format-numbers.ts';
import { element } from '../element.ts';
import type { PageHost } from '../bridge/page-host.ts';
import type { PageView } from '../../protocol/profile-page.ts';

/** What the page shows while there is no profile in it. */
export function drawState(view: Exclude<PageView, { readonly kind: 'profile' }>, host: PageHost): HTMLElement {
  if (view.kind === 'loading') return drawLoading(view.title, view.bytes, view.total, () => void host.cancel());
  if (view.kind === 'failed') return drawFailed(view.title, view.message, host);
  return element('main', { class: 'state empty' },
    element('h1', {}, 'No profile is open'),
    element('p', {}, 'Profile a file, open a recording, or open a profile made elsewhere: it appears here.'),
    ...(host.isEditor ? [button('Open a profile', () => void host.openFile())] : []),
    ...(host.isEditor ? [element('p', { class: 'hint' }, 'Or drop a file here, with Shift held down.')] : []));
}

export function drawLoading(title: string, bytes: number, total: number, cancel: (() => void) | null): HTMLElement {
  const bar = element('progress', { 'aria-label': `Reading ${title}` });
  if (total > 0) {
    bar.max = total;
    bar.value = Math.min(bytes, total);
  }
  const said = total > 0 ? `${formatBytes(bytes)} of ${formatBytes(total)}` : 'Reading …';
  return element('main', { class: 'state loading', 'aria-busy': 'true' }, element('h1', {}, title), bar, element('p', { class: 'bytes', role: 'status' }, said), ...(cancel ? [button('Cancel', cancel)] : []));
}

const drawFailed = (title: string, message: string, host: PageHost): HTMLElement =>
  element('main', { class: 'state failed' },
    element('h1', {}, title),
    element('p', { role: 'alert' }, message),
    ...(host.isEditor ? [element('p', { class: 'actions' }, button('Try again', () => void host.reload()), button('Open another', () => void host.openFile()))] : []));

function button(title: string, run: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'action' }, title);
  made.addEventListener('click', run);
  return made;
}
