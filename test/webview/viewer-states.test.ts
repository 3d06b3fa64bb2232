import assert from 'node:assert/strict';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { until } from '../helpers/until.ts';
import { drawFlame } from '../unit/core/layout/flame-fixture.ts';
import { startViewers } from './open-viewer.ts';
import type { Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, pageOf } from './viewer-profiles.ts';

const stacks = ['main   main\nparse  draw'];

describe('the viewer with something else than a run', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());

  it('says in its empty state how a profile comes here, and which key a drop needs', async () => {
    const page = await viewers.open(null);
    await page.getByRole('heading', { name: 'No profile is open' }).waitFor();
    await page.getByText('Or drop a file here, with Shift held down.').waitFor();
    await page.getByRole('button', { name: 'Open a profile' }).click();
    await until('the editor’s dialog', async () => (await new Viewer(page).heard('openFile')).length === 1);
  });

  it('says how far it has read, and lets it be cancelled', async () => {
    const page = await viewers.open(null, { view: { kind: 'loading', title: 'a.cpuprofile', bytes: 3e6, total: 9e6 } });
    await page.getByText('3.00 MB of 9.00 MB').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await until('the word', async () => (await new Viewer(page).heard('cancel')).length === 1);
  });

  it('says where a file is broken, and offers to read it again or another one', async () => {
    const page = await viewers.open(null, { view: { kind: 'failed', title: 'a.cpuprofile', message: 'nodes[3].id is no number (byte 812).' } });
    assert.equal(await page.getByRole('alert').textContent(), 'nodes[3].id is no number (byte 812).');
    await page.getByRole('button', { name: 'Try again' }).click();
    await until('the word', async () => (await new Viewer(page).heard('reload')).length === 1);
  });

  describe('takes a dropped file', () => {
    const dropped = async (fill: string): Promise<unknown> => {
      const page = await viewers.open(drawnPage(stacks));
      const viewer = await new Viewer(page).ready();
      await page.evaluate(`{ const data = new DataTransfer(); ${fill}; document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }`);
      return until('the drop', async () => (await viewer.heard('drop'))[0]);
    };
    it('of the editor’s tree by its address, not by its bytes', async () => {
      const told = await dropped("data.items.add(new File(['{}'], 'x')); data.setData('application/vnd.code.uri-list', 'https://e.org/a\\r\\nfile:///p/a.cpuprofile')");
      assert.deepEqual(told, { uri: 'file:///p/a.cpuprofile' });
    });
    it('of another program by its name and bytes', async () => {
      assert.match(JSON.stringify(await dropped("data.items.add(new File(['{}'], 'a.cpuprofile'))")), /^\{"name":"a\.cpuprofile","bytes":\{"0":123,"1":125\}\}$/);
    });
  });

  it('begins with the left-heavy graph where nothing has an order of time, and says so in the chart', async () => {
    const data = drawFlame(stacks);
    const [lane] = data.lanes;
    const unordered = { ...data, unit: 'bytes' as const, lanes: [{ ...lane, samples: { length: 0, node: new Int32Array(0), duration: new Int32Array(0) } }] };
    const viewer = await new Viewer(await viewers.open(pageOf(unordered, { whole: 'bytes' }))).ready();
    await viewer.page.getByRole('tab', { name: 'Left-heavy', selected: true }).waitFor();
    await viewer.press('1');
    const note = await viewer.page.getByText('This profile has no order of time').boundingBox() ?? assert.fail();
    const trail = await viewer.trail.boundingBox() ?? assert.fail();
    assert.ok(note.y - (trail.y + trail.height) < 40, 'the words stand below the tabs, not at the foot');
  });

  it('fits a frame at a double click on it, and everything at one beside the frames', async () => {
    const viewer = await new Viewer(await viewers.open(drawnPage(stacks))).ready();
    const { height = 0 } = await viewer.flame.boundingBox() ?? {};
    await viewer.flame.dblclick({ position: { x: 60, y: 2.5 * 18 } });
    await viewer.trail.getByText('parse').waitFor();
    await viewer.flame.dblclick({ position: { x: 300, y: height - 6 } });
    await viewer.trail.getByText('Fit').waitFor({ state: 'hidden' });
  });

  describe('calls what it shows by its name', () => {
    const tooltipOf = async (embedded: EmbeddedProfile): Promise<string> => {
      const viewer = await new Viewer(await viewers.open(embedded)).ready();
      const tooltip = viewer.page.getByRole('tooltip');
      const box = await viewer.flame.boundingBox() ?? assert.fail();
      await until('the tooltip', async () => {
        for (const x of [59, 60]) await viewer.page.mouse.move(box.x + x, box.y + 2.5 * 18);
        return tooltip.getByText('parse — hot').isVisible();
      });
      return await tooltip.textContent() ?? '';
    };
    it('wall time', async () => {
      assert.match(await tooltipOf(drawnPage(stacks, { whole: 'wall time' })), /1\.0 ms self .* 50\.0 % of the wall time, /);
    });
    it('bytes', async () => {
      const text = await tooltipOf(pageOf({ ...drawFlame(stacks), unit: 'bytes' }, { whole: 'bytes' }));
      assert.match(text, /1\.00 kB self .* 50\.0 % of the bytes, /);
      assert.doesNotMatch(text, /CPU/);
    });
  });
});
