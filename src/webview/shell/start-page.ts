import { pickHost } from '../bridge/pick-host.ts';
import { readOwnScript } from '../engine/start-engine.ts';
import { listenForKeys } from '../keys/listen-for-keys.ts';
import { watchTheme } from '../theme/read-theme.ts';
import { Page } from './page.ts';
import { takeDrops } from './take-drops.ts';

/** Must run while the page's own script loads, which is what the worker is started from. */
export function startPage(): void {
  const { currentScript } = document;
  if (!(currentScript instanceof HTMLScriptElement)) throw new Error('The page was not started by its own script.');
  const ownScript = readOwnScript(currentScript);
  // Whoever needs it hears of a failure; a page without a profile never does.
  ownScript.catch(() => undefined);
  const host = pickHost(document, {
    show: (view) => page.show(view),
    progress: (bytes, total) => page.showProgress(bytes, total),
    select: (revision, func) => page.select(revision, func),
  });
  const page = new Page(host, ownScript);
  listenForKeys(document, (command) => page.run(command));
  watchTheme(document, () => page.takeTheme());
  if (host.isEditor) takeDrops(document, host, page.fail);
  host.ready().then((view) => page.show(view), page.fail);
}
