import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addToAllRules, addToRuleIds, isRuleId, ruleFiles } from '../../../scripts/rule-scaffold.ts';
import { allRules } from '../../../src/core/rules/all-rules.ts';
import type { Rule } from '../../../src/core/rules/rule.ts';
import { ruleIds } from '../../../src/core/rules/rule-ids.ts';
import { drawCase, readCase } from '../../helpers/scan-case.ts';

const rules = join(import.meta.dirname, '../../../src/core/rules');
const read = (name: string): string => readFileSync(join(rules, name), 'utf8');
const fileOf = (path: string): string => ruleFiles('cold-start').get(path) ?? assert.fail(`no ${path}`);

describe('a new rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-rule-'));
  after(() => rmSync(folder, { recursive: true }));

  /** What a text exports, with its relative types left out as at run time. */
  const load = async (name: string, text: string): Promise<Readonly<Record<string, unknown>>> => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
    return exported;
  };

  const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'id' in value && 'onCall' in value;

  it('has a file, a case, and a page', () => {
    assert.deepEqual([...ruleFiles('cold-start').keys()], ['src/core/rules/cold-start.ts', 'test/golden/static/cold-start.txt', 'docs/rules/cold-start.md']);
  });

  it('works as it is laid out: its case is what it reports', async () => {
    const { coldStart } = await load('cold-start.ts', fileOf('src/core/rules/cold-start.ts'));
    assert.ok(isRule(coldStart));
    const text = fileOf('test/golden/static/cold-start.txt');
    assert.equal(drawCase(readCase(text), [], [coldStart]), text);
    assert.ok(text.includes('cold-start hint'));
  });

  it('has a page with code that is reported and code that is not', async () => {
    const { coldStart } = await load('again.ts', fileOf('src/core/rules/cold-start.ts'));
    assert.ok(isRule(coldStart));
    const page = fileOf('docs/rules/cold-start.md');
    const samples = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => `=== sample.js\n${code}`);
    assert.deepEqual(samples.map((sample) => drawCase(readCase(sample), [], [coldStart]) === sample), [true, true]);
    for (const heading of ['## Why', '## Reported', '## Fixed', '## When not']) assert.ok(page.includes(`\n${heading}\n`), heading);
  });

  it('is added to the rules that are there, behind them', async () => {
    const { ruleIds: ids } = await load('rule-ids.ts', addToRuleIds(read('rule-ids.ts'), 'cold-start'));
    assert.deepEqual(ids, [...ruleIds, 'cold-start']);
    const text = addToAllRules(read('all-rules.ts'), 'cold-start');
    assert.ok(text.includes("import { coldStart } from './cold-start.ts';\n"));
    const listed = /allRules: readonly Rule\[\] = \[([^\]]*)\]/.exec(text)?.[1].split(',').map((name) => name.trim()).filter((name) => name !== '') ?? [];
    assert.equal(listed.length, allRules.length + 1);
    assert.equal(listed.at(-1), 'coldStart');
  });

  it('has an id in kebab-case', () => {
    assert.deepEqual(['cold-start', 'n-plus-one', 'one', '', 'Cold', 'cold_start', '-cold', 'cold-', 'a/../b'].map(isRuleId), [true, true, true, false, false, false, false, false, false]);
  });
});
