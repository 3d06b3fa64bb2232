import assert from 'node:assert/strict';
import { categories } from '../../../../src/core/model/profile.ts';
import { sayNoSource } from '../../../../src/webview/tabs/say-no-source.ts';

describe('why a row has no lines', () => {
  it('is said of what is nobody’s code', () => {
    assert.match(sayNoSource(4, 'gc'), /^Garbage collection is work of V8 itself and has no lines\./);
    assert.match(sayNoSource(4, 'idle'), /^The program waited here/);
    assert.match(sayNoSource(4, 'program'), /outside of any function/);
  });
  it('is said of the whole run', () => assert.match(sayNoSource(0, 'program'), /^This stands for the whole run\./));
  it('is not said of code, whose source is looked for', () => {
    assert.deepEqual(categories.filter((category) => sayNoSource(4, category) === ''), ['own', 'dependency', 'node', 'native']);
  });
});
