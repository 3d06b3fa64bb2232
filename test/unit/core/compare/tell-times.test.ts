import assert from 'node:assert/strict';
import { tellTimes } from '../../../../src/core/compare/tell-times.ts';

describe('two runs that count time', () => {
  const [wall, other] = [{ code: 'wall-time', message: 'The file counts wall time: waiting is in it' }, { code: 'truncated', message: 'The file is cut off' }];

  it('are said to differ when only one of them counts waiting', () => {
    const told = ['One profile counts CPU time, the other the time that passed: what differs may be waiting'];
    assert.deepEqual(tellTimes([wall], [other]).map(({ message }) => message), told);
    assert.deepEqual(tellTimes([], [other, wall]).map(({ message }) => message), told);
  });

  it('are not when both do, or neither', () => {
    assert.deepEqual([...tellTimes([wall], [wall]), ...tellTimes([other], [])], []);
  });
});
