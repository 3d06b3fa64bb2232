import assert from 'node:assert/strict';
import { isHiddenUrl } from '../../../src/session/is-hidden-url.ts';

describe('Functions nobody needs to see', () => {
  it('are those with which Node erases types', () => {
    assert.equal(isHiddenUrl('node:internal/deps/amaro/dist/index'), true);
  });
  it('are not the other parts of Node, nor a file of the user that is named so', () => {
    const urls = ['node:internal/modules/esm/loader', 'node:internal/deps/undici/undici', 'file:///p/internal/deps/amaro/dist/index.js', ''];
    assert.deepEqual(urls.filter(isHiddenUrl), []);
  });
});
