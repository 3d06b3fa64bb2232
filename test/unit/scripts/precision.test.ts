import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Judged, readJudgedRules } from '../../../scripts/precision/judged.ts';
import { precisionTable } from '../../../scripts/precision/precision-table.ts';
import { wilsonInterval } from '../../../scripts/precision/wilson-interval.ts';
import { shareError } from '../../../src/core/model/share-error.ts';

const assertNear = (interval: readonly number[], low: number, high: number): void => {
  assert.ok(Math.abs(interval[0] - low) < 0.0005 && Math.abs(interval[1] - high) < 0.0005, `${interval.join(' to ')} is not ${low} to ${high}`);
};

const judged = (line: number, verdict: string, repository = 'a/b'): Judged => ({ repository, commit: 'c', path: 'd.ts', line, verdict });

describe('wilsonInterval', () => {
  it('is the interval statistics books give', () => {
    assertNear(wilsonInterval(50, 100), 0.4038, 0.5962);
    assertNear(wilsonInterval(8, 10), 0.4902, 0.9433);
  });

  it('is not empty and stays within 0 and 1 where nothing or everything is right', () => {
    assertNear(wilsonInterval(0, 10), 0, 0.2775);
    assertNear(wilsonInterval(10, 10), 0.7225, 1);
  });

  it('is everything where nothing is judged', () => {
    assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
  });

  it('is as wide as the interval that profiles show', () => {
    const [low, high] = wilsonInterval(35, 43);
    assert.ok(Math.abs((high - low) / 2 - shareError(35 / 43, 43)) < 1e-9);
  });
});

describe('precisionTable', () => {
  it('counts what nobody could tell as wrong', () => {
    const reports = [judged(1, 'right'), judged(2, 'right', 'a/c'), judged(3, 'wrong'), judged(4, 'unsure')];
    const row = precisionTable([{ rule: 'n-plus-one', reports }]).split('\n')[1];
    assert.match(row, /^n-plus-one +2 of 4 +50 % +15 to +85 % +1 +2$/);
  });

  it('shows no share where nothing is judged', () => {
    assert.match(precisionTable([{ rule: 'a', reports: [] }]).split('\n')[1], /^a +0 of 0 +– % +0 to 100 % +0 +0$/);
  });
});

describe('readJudgedRules', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-judged-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads one file a rule by their names and leaves others alone', () => {
    writeFileSync(join(folder, 'b.json'), JSON.stringify([judged(1, 'right')]));
    writeFileSync(join(folder, 'a.json'), '[]');
    writeFileSync(join(folder, 'notes.md'), 'no list');
    assert.deepEqual(readJudgedRules(folder), [{ rule: 'a', reports: [] }, { rule: 'b', reports: [judged(1, 'right')] }]);
  });

  it('names the file that is no list of reports', () => {
    writeFileSync(join(folder, 'a.json'), '[{"line": 1}]');
    assert.throws(() => readJudgedRules(folder), /a\.json is no list of judged reports/);
  });
});
