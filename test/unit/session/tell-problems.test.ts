import assert from 'node:assert/strict';
import { tellProblems } from '../../../src/session/tell-problems.ts';

describe('problems on the page', () => {
  const asItIs = (file: string): string => file;

  it('are told with their file, and nothing of a file’s own text is hidden in them', () => {
    const [told] = tellProblems([{ code: 'truncated', message: 'The \u001b[31mfile\u202e is cut off', file: '/p/a.cpuprofile' }], (file) => `short:${file}`);
    assert.match(told, /short:\/p\/a\.cpuprofile/);
    assert.doesNotMatch(told, /[\u001b\u202e]/);
  });
  it('are at most fifty, each of a length one reads', () => {
    const many = tellProblems(Array.from({ length: 80 }, () => ({ code: 'x', message: 'y'.repeat(5000) })), asItIs);
    assert.equal(many.length, 50);
    assert.ok(many.every(({ length }) => length <= 410));
  });
});
