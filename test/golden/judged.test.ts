import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readJudgedRules } from '../../scripts/precision/judged.ts';
import { allRules } from '../../src/core/rules/all-rules.ts';

const folder = join(import.meta.dirname, 'static/judged');

describe('judged reports of public code', () => {
  for (const { rule, reports } of readJudgedRules(folder)) {
    it(`${rule} is a rule, and its reports say where they stand and what they are`, () => {
      assert.ok(allRules.some(({ id }) => id === rule));
      for (const { repository, commit, path, line, verdict, why } of reports) {
        assert.match(repository, /^[\w.-]+\/[\w.-]+$/);
        assert.match(commit, /^[0-9a-f]{40}$/);
        assert.match(path, /^[^/].*\.[cm]?[jt]sx?$/);
        assert.ok(Number.isInteger(line) && line > 0);
        assert.ok(verdict === 'right' || ((verdict === 'wrong' || verdict === 'unsure') && why), `${path}:${line} says why`);
      }
    });

    it(`${rule} judges each place once`, () => {
      const places = reports.map(({ repository, path, line }) => `${repository} ${path}:${line}`);
      assert.deepEqual(places, [...new Set(places)]);
    });
  }
});
