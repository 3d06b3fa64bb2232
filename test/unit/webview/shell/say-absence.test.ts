import assert from 'node:assert/strict';
import type { ViewScope } from '../../../../src/core/layout/view.ts';
import { sayAbsence } from '../../../../src/webview/shell/say-absence.ts';
import { drawFlame, rowNamed, scopeOf } from '../../core/layout/flame-fixture.ts';

describe('a chosen function without time', () => {
  const data = drawFlame([`
    main   main   main
    parse  parse  draw
  `]);
  const [parse, draw] = [rowNamed(data, 'parse'), rowNamed(data, 'draw')];
  const said = (selected: number, { range = null, transforms = [], lanes: [lane = -1] = [] }: Partial<ViewScope>): string =>
    sayAbsence({ selected, range, transforms, lane }, scopeOf(data, { range, transforms }).functions);

  it('does not run in the chosen range', () => assert.equal(said(draw, { range: [0, 1500] }), 'None of it is in the chosen range.'));
  it('is gone with what was hidden', () => assert.equal(said(parse, { transforms: [{ kind: 'hide', func: parse }] }), 'None of it is in the chosen stacks.'));
  it('may lack for more than one reason', () => {
    assert.equal(said(draw, { lanes: [0], range: [0, 1500], transforms: [{ kind: 'focus', func: parse }] }), 'None of it is in the chosen thread and range and stacks.');
  });
  it('is not said where it has time', () => assert.equal(said(parse, { range: [0, 1500] }), ''));
  it('is not said where nothing was narrowed, or nothing is chosen', () => {
    assert.equal(sayAbsence({ selected: 1, range: null, transforms: [], lane: -1 }, { self: new Float64Array(2), total: new Float64Array(2), samples: new Float64Array(2), all: 0, idle: 0 }), '');
    assert.equal(said(-1, { range: [0, 1] }), '');
  });
});
