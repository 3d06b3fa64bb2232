import assert from 'node:assert/strict';
import { categorizeFunction } from '../../../../src/core/model/categorize-function.ts';
import { categories, type Category } from '../../../../src/core/model/profile.ts';

const cases: readonly (readonly [category: Category, name: string, url: string])[] = [
  ['own', 'f', 'file:///project/src/a.js'],
  ['own', 'f', '/project/src/a.js'],
  ['own', 'f', 'file:///C:/Users/Ann%20Lee/project/a.js'],
  ['own', 'f', 'C:\\project\\a.js'],
  ['own', 'f', 'evalmachine.<anonymous>'],
  ['own', 'f', '[eval]'],
  ['own', 'f', 'webpack://shop/./src/a.js'],
  ['own', 'f', 'file:///project/my_node_modules/a.js'],
  ['own', 'f', 'file:///project/node_modules.js'],
  ['own', '(idle)', 'file:///project/a.js'],
  ['dependency', 'f', 'file:///project/node_modules/x/a.js'],
  ['dependency', 'f', 'C:\\project\\node_modules\\x\\a.js'],
  ['dependency', 'f', 'webpack:///./node_modules/x/a.js'],
  ['node', 'f', 'node:internal/timers'],
  ['node', 'f', 'internal/modules/cjs/loader.js'],
  ['native', 'sort', ''],
  ['native', '', ''],
  ['native', '__proto__', ''],
  ['native', 'wasm-function[3]', 'wasm://wasm/0123abcd'],
  ['gc', '(garbage collector)', ''],
  ['program', '(program)', ''],
  ['program', '(root)', ''],
  ['idle', '(idle)', ''],
];

describe('the category of a function', () => {
  for (const [category, name, url] of cases) {
    it(`is ${category} for "${name}" in "${url}"`, () => assert.equal(categories[categorizeFunction(name, url)], category));
  }
});
