import assert from 'node:assert/strict';
import { contrast } from '../../../../src/webview/theme/color.ts';
import type { Rgb } from '../../../../src/webview/theme/color.ts';
import { paintFunctions } from '../../../../src/webview/theme/paint-functions.ts';
import type { Theme } from '../../../../src/webview/theme/theme.ts';
import { drawFlame, rowNamed } from '../../core/layout/flame-fixture.ts';
import { darkTheme, modelOf } from '../shown-fixture.ts';

const data = drawFlame(['own@file:///a/one.js:1  same@file:///a/two.js:1  lib@file:///a/node_modules/left/i.js:1  other@file:///a/node_modules/right/i.js:1  read@node:fs:1  (program)  (idle)']);
const model = modelOf(data);
const rgb = (pixel: number): Rgb => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
const fillOf = (name: string, by: 'category' | 'package' | 'file', theme: Theme = darkTheme): Rgb => rgb(paintFunctions(model, theme, by).fill[rowNamed(data, name)]);

describe('colours of functions', () => {
  it('can be read on every fill, in every theme', () => {
    const themes: Theme[] = [darkTheme, { ...darkTheme, background: [255, 255, 255], foreground: [59, 59, 59] }, { ...darkTheme, background: [0, 0, 0], foreground: [255, 255, 255], isHighContrast: true }];
    for (const theme of themes) {
      for (const by of ['category', 'package', 'file'] as const) {
        const { fill, text } = paintFunctions(model, theme, by);
        fill.forEach((pixel, func) => assert.ok(contrast(rgb(pixel), rgb(text[func])) >= 4.5, `${model.name(func)} by ${by}`));
      }
    }
  });
  it('tell packages apart only when asked to, and files of own code', () => {
    const hueOf = ([red, green, blue]: Rgb): string => [red > green, green > blue, red > blue].join();
    assert.equal(hueOf(fillOf('lib', 'category')), hueOf(fillOf('other', 'category')));
    assert.notDeepEqual(fillOf('lib', 'package'), fillOf('lib', 'category'));
    assert.deepEqual(fillOf('own', 'package'), fillOf('own', 'category'), 'own code has one package');
  });
  it('stripe what is nobody’s code', () => {
    const { striped } = paintFunctions(model, darkTheme, 'category');
    assert.deepEqual(['own', 'lib', 'read', '(program)', '(idle)'].map((name) => striped[rowNamed(data, name)]), [0, 0, 0, 1, 1]);
  });
  it('leave Node grey', () => {
    const [red, green, blue] = fillOf('read', 'category');
    assert.ok(Math.max(red, green, blue) - Math.min(red, green, blue) < 3);
  });
});
