import assert from 'node:assert/strict';
import { layOutOverview } from '../../../../src/core/layout/lay-out-overview.ts';
import type { Overview } from '../../../../src/core/layout/view.ts';
import { columnOf, deepestOf } from '../../../../src/webview/minimap/overview-columns.ts';
import { drawFlame } from '../../core/layout/flame-fixture.ts';

const overviewOf = (drawing: string, steps: number): Overview => {
  const data = drawFlame([drawing]);
  return layOutOverview(data, data.lanes, steps);
};
const column = (overview: Overview, from: number, to: number): string[] => columnOf(overview, from, to, deepestOf(overview)).map((share) => share.toFixed(2));

describe('a column of the minimap', () => {
  const phases = overviewOf(`
    main   main            main  (idle)
    parse  parse
    row    read@node:fs:9
    cell   open@node:fs:9
  `, 4);

  it('is as high as its calls are deep, beside the deepest', () => {
    assert.deepEqual(column(phases, 0, 0.25), ['1.00', '0.00', '0.00', '0.00']);
    assert.deepEqual(column(phases, 0.5, 0.75), ['0.25', '0.00', '0.00', '0.00']);
  });
  it('is empty where the program waits', () => {
    assert.deepEqual(column(phases, 0.75, 1), ['0.00', '0.00', '0.00', '0.00']);
  });
  it('shows by its parts whose code ran', () => {
    assert.deepEqual(column(phases, 0.25, 0.5), ['0.00', '0.00', '0.00', '1.00']);
    assert.deepEqual(column(phases, 0, 0.5), ['0.50', '0.00', '0.00', '0.50']);
  });
  it('keeps a short deep burst among shallow steps in sight', () => {
    assert.deepEqual(column(phases, 0, 1), ['0.67', '0.00', '0.00', '0.33']);
  });
  it('keeps shallow code beside a very deep stack in sight', () => {
    const deep = overviewOf(['main  main', ...Array.from({ length: 40 }, (_, at) => `f${at}`.padEnd(6))].map((line) => `    ${line}`).join('\n'), 2);
    assert.deepEqual(column(deep, 0.5, 1), ['0.12', '0.00', '0.00', '0.00']);
  });
  it('takes the step it lies in when it is narrower than one', () => {
    assert.deepEqual(column(phases, 0.999, 1), column(phases, 0.75, 1));
    assert.deepEqual(column(phases, 0.01, 0.02), column(phases, 0, 0.25));
  });
  it('is empty without any time', () => {
    const nothing: Overview = { length: 0, busy: new Float32Array(2), own: new Float32Array(2), dependency: new Float32Array(2), gc: new Float32Array(2), depth: new Float32Array(2) };
    assert.deepEqual(column(nothing, 0, 1), ['0.00', '0.00', '0.00', '0.00']);
  });
});
