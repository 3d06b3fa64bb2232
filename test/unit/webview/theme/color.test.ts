import assert from 'node:assert/strict';
import { contrast, mix, parseColor, toCss, toPixel } from '../../../../src/webview/theme/color.ts';
import type { Rgb } from '../../../../src/webview/theme/color.ts';

const [white, black]: Rgb[] = [[255, 255, 255], [0, 0, 0]];

describe('colours of a theme', () => {
  for (const [text, color] of [
    ['#0af', [0, 170, 255]], ['#00AAFF', [0, 170, 255]], [' #00aaff ', [0, 170, 255]], ['rgb(1, 2, 3)', [1, 2, 3]], ['rgb(1 2 3)', [1, 2, 3]],
    ['#00000000', [255, 255, 255]], ['#000000ff', [0, 0, 0]], ['#0000', [255, 255, 255]], ['rgba(0, 0, 0, 0.4)', [153, 153, 153]], ['rgb(0 0 0 / 0.4)', [153, 153, 153]],
  ] as const) {
    it(`are read over a white ground: ${text.trim()}`, () => assert.deepEqual(parseColor(text, white), color));
  }

  for (const text of ['', 'red', '#12', '#12345', '#1234567', 'rgb(1, 2)', 'rgb(a, b, c)', 'hsl(1, 2%, 3%)', 'url(#x)', 'var(--x)']) {
    it(`are not taken from ${text || 'nothing'}`, () => assert.equal(parseColor(text, white), null));
  }

  it('mix by share', () => {
    assert.deepEqual(mix([100, 0, 200], [0, 100, 0], 0.25), [25, 75, 50]);
  });

  it('become a pixel in the order a picture has them, and words for a style', () => {
    assert.deepEqual([...new Uint8Array(Uint32Array.of(toPixel([1.4, 2.5, 255])).buffer)], [1, 3, 255, 255]);
    assert.equal(toCss([1.4, 2.5, 255]), 'rgb(1 3 255)');
  });

  it('have the contrast that WCAG gives, whichever is named first', () => {
    assert.equal(contrast(white, black), 21);
    assert.equal(contrast(black, white), 21);
    assert.equal(contrast(white, white), 1);
    assert.equal(contrast([118, 118, 118], white).toFixed(2), '4.54');
  });
});
