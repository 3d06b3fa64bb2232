import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../../src/core/rules/all-rules.ts';
import { ruleIds } from '../../../src/core/rules/rule-ids.ts';
import { drawCase, readCase } from '../../helpers/scan-case.ts';

const folder = join(import.meta.dirname, '../../../docs/rules');
const pages = readdirSync(folder);

const samples = (page: string): string[] => [...page.matchAll(/```(tsx?|js)\n(.*?)```/gs)].map(([, language, text]) => `=== sample.${language}\n${text}`);

describe('pages of rules', () => {
  it('exist for every rule, and faces know the same ids', () => {
    assert.deepEqual(pages.toSorted(), allRules.map(({ id }) => `${id}.md`).toSorted());
    assert.deepEqual(ruleIds, allRules.map(({ id }) => id));
  });

  for (const name of pages) {
    const page = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    it(`${name} says why, shows code that is reported and code that is not, and when not to care`, () => {
      for (const heading of ['## Why', '## Reported', '## Fixed', '## When not']) assert.ok(page.includes(`\n${heading}\n`), heading);
      const drawn = samples(page).map((sample) => drawCase(readCase(sample), [name.slice(0, -3)]));
      assert.deepEqual(drawn, samples(page));
      assert.ok(drawn.some((sample) => sample.includes(' ~')) && drawn.some((sample) => !sample.includes(' ~')));
    });
  }
});
