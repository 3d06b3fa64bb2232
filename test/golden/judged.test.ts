import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../src/core/rules/all-rules.ts';

const folder = join(import.meta.dirname, 'static/judged');

interface Judged {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  readonly verdict: string;
  readonly why?: string;
}

const isJudged = (value: unknown): value is Judged => typeof value === 'object' && value !== null && 'repository' in value && 'commit' in value && 'path' in value && 'line' in value && 'verdict' in value;

const readJudged = (name: string): readonly Judged[] => {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  assert.ok(Array.isArray(parsed) && parsed.every(isJudged));
  return parsed;
};

describe('judged reports of public code', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    it(`${name} names a rule, and for each report where it stands and what it is`, () => {
      assert.ok(allRules.some(({ id }) => `${id}.json` === name));
      for (const { repository, commit, path, line, verdict, why } of readJudged(name)) {
        assert.match(repository, /^[\w.-]+\/[\w.-]+$/);
        assert.match(commit, /^[0-9a-f]{40}$/);
        assert.match(path, /^[^/].*\.[cm]?[jt]sx?$/);
        assert.ok(Number.isInteger(line) && line > 0);
        assert.ok(verdict === 'right' || ((verdict === 'wrong' || verdict === 'unsure') && why), `${path}:${line} says why`);
      }
    });

    it(`${name} judges each place once`, () => {
      const places = readJudged(name).map(({ repository, path, line }) => `${repository} ${path}:${line}`);
      assert.deepEqual(places, [...new Set(places)]);
    });
  }
});
