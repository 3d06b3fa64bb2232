import assert from 'node:assert/strict';
import { findBridges } from '../../../../src/core/layout/find-bridges.ts';
import { drawFlame } from './flame-fixture.ts';

/** Samples of a drawing, counted from 0, over which the chart goes on. */
function bridgesOf(drawing: string): number[] {
  const { lanes: [lane], functions: { category } } = drawFlame([drawing]);
  const isBridge = findBridges(lane, category);
  return Array.from({ length: lane.samples.length }, (_, sample) => sample).filter(isBridge);
}

describe('a stack that V8 could not read', () => {
  it('is one (program) sample between two of one outermost call, however deep they are', () => {
    assert.deepEqual(bridgesOf(`
      main   (program)  main    (program)  main
      parse             render
      row
    `), [1, 3]);
  });

  it('is not two in a row: the stack was left', () => {
    assert.deepEqual(bridgesOf('main  (program)  (program)  main'), []);
  });

  it('is not between two outermost calls', () => {
    assert.deepEqual(bridgesOf('main  (program)  timer'), []);
  });

  it('is not a call below a frame that is hidden as (program)', () => {
    assert.deepEqual(bridgesOf(`
      main  (program)  main
            listen
    `), []);
  });

  it('is not at the beginning or the end', () => {
    assert.deepEqual(bridgesOf('(program)  main  main  (program)'), []);
  });

  for (const meta of ['(idle)', '(garbage collector)']) {
    it(`is not beside ${meta}`, () => {
      assert.deepEqual(bridgesOf(`main  ${meta}  (program)  main`), []);
      assert.deepEqual(bridgesOf(`main  (program)  ${meta}  main`), []);
    });
  }

  it('is not another sample that is short', () => {
    assert.deepEqual(bridgesOf('main  timer  main  (idle)  main'), []);
  });
});
