import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readKnownPlaces } from '../../scripts/precision/known-bugs.ts';
import { allRules } from '../../src/core/rules/all-rules.ts';

const places = readKnownPlaces(join(import.meta.dirname, 'static/recall'));

describe('known bugs of public code', () => {
  it('say where they stand, of which rule they are, and how the file is told from others', () => {
    for (const { rule, repository, commit, path, line, verdict, blob } of places) {
      assert.ok(allRules.some(({ id }) => id === rule), rule);
      assert.match(repository, /^[\w.-]+\/[\w.-]+$/);
      assert.match(commit, /^[0-9a-f]{40}$/);
      assert.match(blob, /^[0-9a-f]{40}$/);
      assert.match(path, /^[^/].*\.[cm]?[jt]sx?$/);
      assert.ok(Number.isInteger(line) && line > 0);
      assert.ok(verdict === 'bug' || verdict === 'fine');
    }
  });

  it('are counted once each, and enough to tell', () => {
    const keys = places.map(({ rule, repository, commit, path, line }) => `${rule} ${repository} ${commit} ${path}:${line}`);
    assert.deepEqual(keys, [...new Set(keys)]);
    const bugs = (id: string): number => places.filter(({ rule, verdict }) => rule === id && verdict === 'bug').length;
    assert.ok(bugs('n-plus-one') >= 40 && bugs('sync-blocking') >= 10 && places.filter(({ verdict }) => verdict === 'fine').length >= 10);
  });
});
