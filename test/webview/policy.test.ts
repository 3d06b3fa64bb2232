import assert from 'node:assert/strict';
import { until } from '../helpers/until.ts';
import { blockedIn, startViewers } from './open-viewer.ts';
import type { Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks, rowNamed } from './viewer-profiles.ts';

const drawn = drawnPage([drawStacks(['main parse row+32', 'main parse row+33', 'main'])]);

/** Each tries to do something inside the page, by a way a name that broke out of its text might find. */
const attacks: readonly { readonly directive: string; readonly attack: () => void }[] = [
  { directive: 'script-src-elem', attack: () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken = 1' })) },
  { directive: 'script-src-elem', attack: () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.test/a.js' })) },
  { directive: 'script-src', attack: () => void setTimeout(() => { try { (Reflect.get(window, 'eval') as (text: string) => unknown)('window.broken = 1'); } catch { /* blocked */ } }) },
  { directive: 'script-src-attr', attack: () => { document.body.setAttribute('onclick', 'window.broken = 1'); document.body.click(); } },
  { directive: 'img-src', attack: () => document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.test/a.png' })) },
  { directive: 'connect-src', attack: () => void fetch('https://elsewhere.test/').catch(() => undefined) },
  { directive: 'style-src-elem', attack: () => document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { background: url(https://elsewhere.test/b.png) }' })) },
  { directive: 'frame-src', attack: () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.test/' })) },
];

describe('the policy of the page', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());
  const open = async (): Promise<Viewer> => new Viewer(await viewers.open(drawn)).ready();

  it('D3 blocks what is put into the page', async () => {
    const { page } = await open();
    const asked: string[] = [];
    await page.route('https://elsewhere.test/**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    for (const { directive, attack } of attacks) {
      const before = (await blockedIn(page)).length;
      await page.evaluate(attack);
      await until(directive, async () => (await blockedIn(page)).slice(before).includes(directive));
    }
    assert.deepEqual(asked, []);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'broken') as unknown), undefined);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundImage), 'none');
  });

  it('D3 gives its own policy no cause in normal use', async () => {
    const viewer = await open();
    await viewer.press('1', '2', '3', '4', '5', '6');
    await viewer.line('parse').click();
    await viewer.press('7', '1', 'w', 's', 'd', 'a');
    await viewer.search('row');
    await viewer.searchResult.getByText('1').first().waitFor();
    assert.deepEqual(await blockedIn(viewer.page), []);
  });

  it('D2 shows the profile again after a reload, and takes no word about an earlier one', async () => {
    const viewer = await open();
    await viewers.reload();
    await viewer.ready();
    await viewer.choose(drawn, 'row');
    await viewer.hostSays('select', { revision: 6, func: rowNamed(drawn, 'main'), line: 0 });
    // A word that is taken is shown by the time a key is.
    await viewer.press('6');
    assert.equal(await viewer.chosen.textContent(), 'row');
  });
});
