import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';

const patient = { timeout: 60_000 };
const query = 'await pool.query<ItemRow>(selectItems, [id])';

describe('finding problems without running anything', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => (examples = await openExamples({ workspaceTrust: true })));
  after(() => examples.close());
  const row = (text: string | RegExp) => examples.workbench.treeRows('Findings').filter({ hasText: text }).first();

  it('is offered in the view, also where the workspace is not trusted', async () => {
    const { workbench } = examples;
    await workbench.openContainer('Flameline');
    await workbench.view('Findings').getByText('Finding problems works there too: files are read, nothing is run').waitFor(patient);
  });

  it('lists the bookshop\'s query per order, its search per sale and its blocking read, and says what was looked at', async () => {
    const { workbench } = examples;
    await workbench.view('Findings').getByRole('button', { name: 'Find Performance Problems' }).first().click();
    for (const other of ['Hotspots', 'Recordings']) await workbench.view(other).locator('.pane-header .title').first().click();
    await row('pool.query once per element of rows').waitFor(patient);
    await row('sellers.find searches the list once per element of sales').waitFor(patient);
    await row('readFileSync blocks the event loop').waitFor(patient);
    await workbench.view('Findings').getByText(/\d+ findings? in \d+ files?\. \d+ files looked at/).waitFor(patient);
    assert.equal(await workbench.dialogs.count(), 0);
  });

  it('leads to the call with a click, underlines it, and explains it in the hover', async () => {
    const { workbench } = examples;
    await row('pool.query once per element of rows').click();
    await workbench.page.locator('.tabs-container .tab.active', { hasText: 'orders.ts' }).waitFor(patient);
    const lines = readFileSync(join(examples.folder, 'bookshop/src/orders.ts'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(query)) + 1;
    await until('the cursor', async () => (await workbench.cursorLine('orders.ts').innerText()) === String(line));
    await workbench.editor.locator('.squiggly-warning').first().waitFor(patient);
    const hover = await workbench.hoverOver('query', /Query per element/, '[id]');
    const text = await hover.innerText();
    for (const word of [/Why: /, /Instead: /, /Risk: /, /Price: /, /What this rule looks for/, /found without running/]) assert.match(text, word);
    await workbench.page.keyboard.press('Escape');
  });

  it('silences a finding by a quick fix that asks for the reason, and it is gone', async () => {
    const { workbench } = examples;
    await workbench.editor.locator('.view-line', { hasText: '[id]' }).locator('span > span', { hasText: /^query$/ }).click();
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Suppress n-plus-one here with a reason' }).first().click();
    const input = workbench.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor(patient);
    await input.fill('the shop has few orders');
    await workbench.page.keyboard.press('Enter');
    await workbench.editor.locator('.view-line', { hasText: '// flameline-ignore n-plus-one: the shop has few orders' }).waitFor(patient);
    await workbench.editor.locator('.squiggly-warning').first().waitFor({ state: 'detached', ...patient });
    await row('1 silenced in the source').waitFor(patient);
  });

  it('opens the page of a rule from its link', async () => {
    const { workbench } = examples;
    await row('sellers.find searches').click();
    await workbench.hoverOver('find', /quadratic-loop/, 'sellers.find');
    await workbench.page.locator('.monaco-hover:visible a', { hasText: 'quadratic-loop' }).first().click();
    await workbench.page.locator('.tabs-container .tab.active', { hasText: 'quadratic-loop' }).waitFor(patient);
  });

  it('leaves nothing thrown in the page', () => assert.deepEqual(examples.workbench.errors, []));
});
