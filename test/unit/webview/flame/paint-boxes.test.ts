import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOf, startOf } from '../../../../src/core/layout/box-edges.ts';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import type { FlameBoxes } from '../../../../src/core/layout/view.ts';
import { BarList } from '../../../../src/webview/flame/bar-list.ts';
import { decorateBars } from '../../../../src/webview/flame/decorate-bars.ts';
import { emphasis, type FlameLook, type FlameScene } from '../../../../src/webview/flame/flame-picture.ts';
import { hitBox } from '../../../../src/webview/flame/hit-box.ts';
import { makePalette } from '../../../../src/webview/flame/make-palette.ts';
import { mixPixels } from '../../../../src/webview/flame/mix-pixels.ts';
import { paintBoxes, type Raster } from '../../../../src/webview/flame/paint-boxes.ts';
import { firstAbove, gallop } from '../../../../src/webview/flame/seek-boxes.ts';
import { drawFlame, scopeOf } from '../../core/layout/flame-fixture.ts';

const white = 0xffffffff;
/** Function `n` is painted as the digit `n`. */
const fillOf = (func: number): number => (0xff000000 | (func * 0x10101)) >>> 0;
const look = (functions: number, other: Partial<FlameLook> = {}): FlameLook => ({
  background: white, fill: Uint32Array.from({ length: functions }, (_, func) => fillOf(func)), text: new Uint32Array(functions).fill(0xff0000ff), outline: 0,
  selected: 0xff00ff00, striped: new Uint8Array(functions), label: String, font: '12px sans-serif', rowHeight: 4, ...other,
});

/** Depth by depth: `[start, end, func]` each. */
function boxesFrom(depths: readonly (readonly (readonly [start: number, end: number, func: number])[])[]): Pick<FlameScene, 'boxes' | 'func'> {
  const all = depths.flat();
  const rowStart = new Int32Array(depths.length + 1);
  depths.forEach((row, depth) => {
    rowStart[depth + 1] = rowStart[depth] + row.length;
  });
  const boxes: FlameBoxes = { depth: depths.length, rowStart, edges: Float64Array.from(all.flatMap(([start, end]) => [start, end])), left: Int32Array.from(all, (_, box) => 2 * box), right: Int32Array.from(all, (_, box) => 2 * box + 1), row: Int32Array.from(all.keys()) };
  return { boxes, func: Int32Array.from(all, ([, , func]) => func) };
}

const sceneOf = (drawn: Pick<FlameScene, 'boxes' | 'func'>, other: Partial<FlameScene> = {}): FlameScene => ({
  ...drawn, from: 0, to: 10, top: 0, upward: false, emphasis: new Uint8Array(10), focused: -1, ...other,
});

/** One text a line of pixels: `.` background, the digit of a function, `~` a muted one, `?` anything else. */
function print(scene: FlameScene, { width = 10, height = 4, look: style = look(10), decorated = false } = {}): string[] {
  const raster: Raster = { pixels: new Uint32Array(width * height), width, height, rowHeight: style.rowHeight };
  const palette = makePalette(style, scene.emphasis);
  const bars = new BarList();
  paintBoxes(raster, scene, palette, style.background, bars);
  if (decorated) decorateBars(raster, scene, style, palette, bars, 1);
  const letter = (pixel: number): string => {
    if (pixel === style.background) return '.';
    if (pixel === style.selected) return '#';
    const func = style.fill.indexOf(pixel);
    return func >= 0 ? String(func) : palette.muted.includes(pixel) ? '~' : '?';
  };
  return Array.from({ length: height }, (_, y) => Array.from(raster.pixels.subarray(y * width, (y + 1) * width), letter).join(''));
}

describe('painting boxes', () => {
  it('fills bars down to a line of background between rows and at the end of a bar', () => {
    const scene = sceneOf(boxesFrom([[[0, 10, 1]], [[0, 4, 2], [4, 10, 3]]]));
    assert.deepEqual(print(scene, { height: 8 }), ['111111111.', '111111111.', '111111111.', '..........', '222.33333.', '222.33333.', '222.33333.', '..........']);
  });

  it('stands on its foot when it goes upward', () => {
    const scene = sceneOf(boxesFrom([[[0, 10, 1]], [[0, 4, 2]]]), { upward: true });
    assert.deepEqual(print(scene, { height: 8 }), ['222.......', '222.......', '222.......', '..........', '111111111.', '111111111.', '111111111.', '..........']);
  });

  it('shows a part of the axis, and of the rows while scrolling', () => {
    const scene = sceneOf(boxesFrom([[[0, 10, 1]], [[0, 4, 2], [4, 10, 3]]]), { from: 2, to: 6, top: 0.5 });
    assert.deepEqual(print(scene, { width: 8, height: 6 }), ['1111111.', '........', '222.333.', '222.333.', '222.333.', '........']);
  });

  it('draws a run of boxes narrower than a pixel as one muted bar, whatever their number', () => {
    const run = Array.from({ length: 1000 }, (_, at) => [2 + at / 200, 2 + (at + 1) / 200, 1] as const);
    assert.equal(print(sceneOf(boxesFrom([run])))[0], '..~~~~~...');
  });

  it('never paints a narrow box over a wide one, nor skips a wide one behind it', () => {
    assert.equal(print(sceneOf(boxesFrom([[[0, 2.4, 1], [2.4, 2.5, 2], [2.5, 4.6, 3]]])))[0], '11~33.....');
    assert.equal(print(sceneOf(boxesFrom([[[0, 2.6, 1], [2.6, 2.7, 2]]])))[0], '11........');
  });

  it('shows what was searched among the narrow ones', () => {
    const marks = new Uint8Array(10);
    marks[2] = emphasis.found;
    assert.equal(print(sceneOf(boxesFrom([[[5, 5.1, 1], [5.1, 5.2, 2], [5.2, 5.3, 1]]]), { emphasis: marks }))[0], '.....2....');
  });

  it('dims what was not found', () => {
    const marks = new Uint8Array(10).fill(emphasis.dimmed);
    assert.equal(print(sceneOf(boxesFrom([[[0, 10, 1]]]), { emphasis: marks }))[0], '?????????.');
  });

  it('paints at any zoom: a nanosecond in a day', () => {
    const day = 86_400e6;
    const scene = sceneOf(boxesFrom([[[0, day, 1]], [[day / 2, day / 2 + 0.001, 2]]]), { from: day / 2 - 0.001, to: day / 2 + 0.003 });
    assert.equal(print(scene, { height: 8 })[4].replaceAll('.', '').length > 0, true);
  });

  it('frames the calls of the selected function and, thicker, the focused box', () => {
    const marks = new Uint8Array(10);
    marks[1] = emphasis.selected;
    const selected = print(sceneOf(boxesFrom([[[0, 10, 1]]]), { emphasis: marks }), { decorated: true, height: 8, look: look(10, { rowHeight: 8 }) });
    assert.deepEqual(selected, ['#########.', '#1111111#.', '#1111111#.', '#1111111#.', '#1111111#.', '#1111111#.', '#########.', '..........']);
    const focused = print(sceneOf(boxesFrom([[[0, 10, 1]]]), { focused: 0 }), { decorated: true, height: 8, look: look(10, { rowHeight: 8 }) });
    assert.deepEqual(focused.slice(0, 3), ['#########.', '#########.', '##11111##.']);
  });

  it('shows the focused box however narrow it is', () => {
    assert.match(print(sceneOf(boxesFrom([[[0, 10, 1]], [[5, 5.001, 2]]]), { focused: 1 }), { decorated: true, height: 8 })[4], /#{4}/);
  });

  it('marks what was found, and code of nobody, not by colour alone', () => {
    const marks = Uint8Array.of(0, emphasis.found);
    assert.match(print(sceneOf(boxesFrom([[[0, 10, 1]]]), { emphasis: marks }), { decorated: true, height: 8, look: look(2, { rowHeight: 8 }) })[6], /\?{5}/);
    assert.match(print(sceneOf(boxesFrom([[[0, 10, 1]]])), { decorated: true, height: 8, look: look(2, { rowHeight: 8, striped: Uint8Array.of(0, 1) }) })[0], /[~?]{2}1{5}/);
  });

  it('draws nothing outside, and survives an empty picture', () => {
    assert.deepEqual(print(sceneOf(boxesFrom([[[0, 10, 1]]]), { from: 20, to: 30 })), ['..........', '..........', '..........', '..........']);
    assert.equal(print(sceneOf(boxesFrom([])))[0], '..........');
  });
});

describe('hitting a box', () => {
  it('finds each box at its middle, in any picture', () => {
    const { tree } = scopeOf(drawFlame(['main   main   other\nparse  parse\n       row']));
    const boxes = layoutLeftHeavy(tree);
    for (let depth = 0; depth < boxes.depth; depth++) {
      for (let box = boxes.rowStart[depth]; box < boxes.rowStart[depth + 1]; box++) assert.equal(hitBox({ boxes }, depth, (startOf(boxes, box) + endOf(boxes, box)) / 2, 0), box);
    }
  });

  it('means the nearest one within half a pixel, and none beyond', () => {
    const { boxes } = boxesFrom([[[2, 3, 1], [5, 6, 2]]]);
    assert.equal(hitBox({ boxes }, 0, 3.4, 0.5), 0);
    assert.equal(hitBox({ boxes }, 0, 4.6, 0.5), 1);
    assert.equal(hitBox({ boxes }, 0, 4, 0.5), -1);
    assert.equal(hitBox({ boxes }, 1, 2, 0.5), -1);
    assert.equal(hitBox({ boxes }, -1, 2, 0.5), -1);
  });
});

describe('seeking', () => {
  const rising = fc.array(fc.integer({ min: 0, max: 20 })).map((values) => Float64Array.from(values.sort((one, other) => one - other)));

  it('finds the first edge above, and the first at least, a limit, wherever the edges stand', () => {
    fc.assert(fc.property(rising, fc.integer({ min: -1, max: 21 }), (values, limit) => {
      const edges = values.toReversed();
      const place = Int32Array.from(values, (_, at) => values.length - 1 - at);
      const first = (test: (value: number) => boolean): number => (values.some(test) ? values.findIndex(test) : values.length);
      assert.equal(firstAbove(edges, place, 0, values.length, limit), first((value) => value > limit));
      assert.equal(values.length === 0 ? 0 : gallop(edges, place, 0, values.length, limit), first((value) => value >= limit));
    }));
  });
});

describe('mixing pixels', () => {
  it('takes a share of each channel', () => {
    assert.equal(mixPixels(0xff0000ff, 0xffff0000, 0.5), 0xff800080);
    assert.equal(mixPixels(0xff123456, white, 1), 0xff123456);
  });
});
