import assert from 'node:assert/strict';
import { BarList } from '../../../../src/webview/flame/bar-list.ts';
import { emphasis, type FlameLook, type FlameScene } from '../../../../src/webview/flame/flame-picture.ts';
import { type LabelCanvas, LabelPainter } from '../../../../src/webview/flame/label-painter.ts';
import { keepPalette, makePalette } from '../../../../src/webview/flame/make-palette.ts';

const names = ['parseRow', 'm'.repeat(600)];
const look: FlameLook = {
  background: 0xffffffff, fill: new Uint32Array(2).fill(0xff336699), text: new Uint32Array(2).fill(0xff0000ff), outline: 0, selected: 0,
  striped: new Uint8Array(2), label: (func) => names[func], font: '12px sans-serif', rowHeight: 18,
};

/** A canvas whose letters are 10 px wide each, and what it was asked for. */
function createContext() {
  const asked = { measured: [] as string[], drawn: [] as string[] };
  const context: LabelCanvas = {
    font: '', textBaseline: '', fillStyle: '',
    setTransform: () => undefined,
    measureText: (text) => { asked.measured.push(text); return { width: text.length * 10 }; },
    fillText: (text, x) => { asked.drawn.push(`${x} ${text}`); },
  };
  return { asked, painter: new LabelPainter(context) };
}

/** One bar from 0 on, so wide, of a function. */
function draw(painter: LabelPainter, func: number, width: number, style = look): void {
  const bars = new BarList();
  bars.add(0, 0, width, 0);
  const scene: FlameScene = {
    boxes: { depth: 1, rowStart: Int32Array.of(0, 1), edges: Float64Array.of(0, 1), left: Int32Array.of(0), right: Int32Array.of(1), row: Int32Array.of(0) },
    func: Int32Array.of(func), from: 0, to: 1, top: 0, upward: false, emphasis: new Uint8Array(2), focused: -1,
  };
  painter.draw(scene, style, makePalette(style, scene.emphasis), bars, 1);
}

describe('names in boxes', () => {
  it('stand whole where they fit, left with a little room', () => {
    const { asked, painter } = createContext();
    draw(painter, 0, 88);
    assert.deepEqual(asked.drawn, ['4 parseRow']);
  });

  it('are cut off with an ellipsis where they do not, and left out where nothing of them fits', () => {
    const { asked, painter } = createContext();
    for (const width of [87, 58, 38, 27]) draw(painter, 0, width);
    assert.deepEqual(asked.drawn, ['4 parseR…', '4 pars…', '4 pa…']);
  });

  it('are measured once, however often the picture is drawn, but anew in another font', () => {
    const { asked, painter } = createContext();
    for (const width of [90, 60, 50, 90]) draw(painter, 0, width);
    assert.deepEqual(asked.measured, ['parseRow']);
    draw(painter, 0, 90, { ...look, font: '14px sans-serif' });
    assert.deepEqual(asked.measured, ['parseRow', 'parseRow']);
  });

  it('are forgotten when many were cut in many ways, and kept until then', () => {
    const { asked, painter } = createContext();
    const many: FlameLook = { ...look, label: (func) => `${func}`.padEnd(500, 'x'), fill: new Uint32Array(120), text: new Uint32Array(120), striped: new Uint8Array(120) };
    for (let func = 0; func < 120; func++) for (let width = 58; width < 5008; width += 10) draw(painter, func, width, many);
    const before = asked.measured.length;
    assert.ok(before >= 120 && before < 240, `${before}`);
    draw(painter, 0, 5008, many);
    assert.equal(asked.measured.length, before + 1);
  });

  it('are read to their 500th letter, and are no shorter for it in a box of that width', () => {
    const { asked, painter } = createContext();
    draw(painter, 1, 5008);
    assert.deepEqual(asked.measured, ['m'.repeat(500)]);
    assert.equal(asked.drawn[0].length, '4 '.length + 500);
  });
});

describe('the palette that is kept', () => {
  it('is the same while look and emphasis are, and another one when one of them is another', () => {
    const paletteOf = keepPalette();
    const plain = new Uint8Array(2);
    const first = paletteOf(look, plain);
    assert.equal(paletteOf(look, plain), first);
    const dimmed = paletteOf(look, new Uint8Array(2).fill(emphasis.dimmed));
    assert.notDeepEqual(dimmed.fill, first.fill);
    const red = paletteOf({ ...look, fill: new Uint32Array(2).fill(0xff0000ff) }, plain);
    assert.equal(red.fill[0], 0xff0000ff);
  });
});
