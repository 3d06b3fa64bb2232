import assert from 'node:assert/strict';
import { readLines } from '../host/read-lines.ts';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';
import { writeReportProfile } from './write-report-profile.ts';

const themes = ['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'];

describe('heat in a theme', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({ prepare: (folder) => writeReportProfile(folder, ['parseRow']) });
    await examples.openProfile();
    await examples.workbench.openFile('report/src/rows.ts');
  });
  after(() => examples.close());

  const look = () => until('heat', async () => {
    const hot = (await readLines(examples.workbench.page)).find(({ line, after }) => line === 17 && after !== '');
    return hot?.glyph && hot;
  });

  const seen = new Map<string, string>();
  for (const theme of themes) {
    it(`is there in ${theme}: bar, background and text`, async () => {
      await examples.workbench.chooseTheme(theme);
      const { background, after } = await until('colours of the theme', async () => {
        const hot = await look();
        return ![...seen.values()].includes(hot.background) && hot;
      }, 45_000);
      seen.set(theme, background);
      assert.match(background, /^rgba?\(/);
      assert.match(after, /^100 ms · 100(\.0)? %$/);
    });
  }
});
