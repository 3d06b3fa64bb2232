import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';

const endless = `import { writeFileSync } from 'node:fs';

export function spin(): number {
  let sum = 0;
  for (;;) sum += Math.sqrt(sum + 1);
}

writeFileSync(new URL('./started', import.meta.url), '');
spin();
`;

describe('stopping a program that never ends', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({ prepare: (folder) => writeFileSync(join(folder, 'report', 'src', 'endless.ts'), endless) });
  });
  after(() => examples.close());

  it('is a click on the status bar, and keeps what was recorded', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/endless.ts');
    await workbench.titleButton('Profile This File').click();
    await until('the program', () => existsSync(join(examples.folder, 'report', 'src', 'started')), 60_000);
    const seconds = Number(/\d+/.exec(await workbench.statusItem(/Profiling \d+ s/).innerText())?.[0]);
    await workbench.statusItem(new RegExp(`Profiling (${seconds + 2}|${seconds + 3}) s`)).click({ timeout: 30_000 });
    await workbench.statusItem('Partial').waitFor({ timeout: 60_000 });
  });

  it('marks the recording as partial', async () => {
    const { workbench } = examples;
    await workbench.openContainer('Flameline');
    const row = workbench.treeRows('Recordings').filter({ hasText: 'endless.ts' }).first();
    await row.waitFor({ timeout: 30_000 });
    assert.match(await row.innerText(), /partial/);
    await workbench.treeRows('Hotspots').filter({ hasText: 'spin' }).first().waitFor({ timeout: 30_000 });
  });

  it('gives the flame back', async () => examples.workbench.titleButton('Profile This File').waitFor({ timeout: 30_000 }));
});
