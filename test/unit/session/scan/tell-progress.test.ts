import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/model/finding.ts';
import { ProgressTeller } from '../../../../src/session/scan/tell-progress.ts';

const finding = (file: string): Finding => ({ rule: 'n-plus-one', kind: 'query', message: '', severity: 'warning', file, line: 1, column: 1, endLine: 1, endColumn: 2, chain: [], advice: '', alsoMatches: [] });

describe('the progress of a scan', () => {
  let now = 0;
  let words: string[] = [];
  const teller = new ProgressTeller(({ filesRead, files, findings }) => words.push([`${filesRead}/${files}`, ...findings.map(({ file }) => file)].join(' ')), () => now);

  it('says the first finding at once, and then no more than ten words a second', () => {
    teller.begin(1000);
    for (let file = 0; file < 300; file++) {
      now += 1;
      teller.read(1, file === 20 || file === 30 ? [finding(`${file}.ts`)] : []);
    }
    assert.deepEqual(words, ['0/1000', '21/1000 20.ts', '121/1000 30.ts', '221/1000']);
  });

  it('says at the end what it has not said yet', () => {
    words = [];
    teller.read(1, [finding('late.ts')]);
    teller.end();
    assert.deepEqual(words, ['301/1000 late.ts']);
  });
});
