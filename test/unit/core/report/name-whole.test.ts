import assert from 'node:assert/strict';
import { nameWhole, sayOfWhole } from '../../../../src/core/report/name-whole.ts';

describe('what a profile counts', () => {
  const wall = { code: 'wall-time', message: 'The file counts wall time: waiting is in it' };

  it('is CPU time, but for the time that passed', () => {
    assert.equal(nameWhole({ unit: 'microseconds', problems: [] }), 'CPU time');
    assert.equal(nameWhole({ unit: 'microseconds', problems: [{ code: 'truncated', message: '' }, wall] }), 'wall time');
  });
  it('is bytes or a count where the file has those, whatever else is said', () => {
    assert.deepEqual([nameWhole({ unit: 'bytes', problems: [wall] }), nameWhole({ unit: 'count', problems: [] })], ['bytes', 'count']);
  });
  it('stands behind an amount that does not say it itself', () => {
    assert.deepEqual([sayOfWhole('1.5 s', 'CPU time'), sayOfWhole('1.5 s', 'wall time'), sayOfWhole('4.1 MB', 'bytes'), sayOfWhole('97', 'count')], ['1.5 s CPU', '1.5 s wall time', '4.1 MB', '97']);
  });
});
