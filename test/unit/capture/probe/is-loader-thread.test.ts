import assert from 'node:assert/strict';
import { isLoaderThread } from '../../../../src/capture/probe/is-loader-thread.ts';

describe('A worker is left out as a thread of the loader', () => {
  const service = '/work/node_modules/esbuild/lib/main.js';
  const byLoader = [
    ['--import', 'file:///work/node_modules/tsx/dist/loader.mjs'],
    ['--import', 'tsx'],
    ['--import=tsx/esm'],
    ['--require', 'C:\\work\\node_modules\\esbuild-register\\register.js'],
  ];
  for (const execArgv of byLoader) {
    it(`when it is esbuild's own, under ${execArgv.join(' ')}`, () => {
      assert.ok(isLoaderThread(service, { execArgv, env: {} }));
      assert.ok(isLoaderThread('C:\\work\\node_modules\\esbuild\\lib\\main.js', { execArgv, env: {} }));
    });
  }

  it('when NODE_OPTIONS name the loader', () => {
    assert.ok(isLoaderThread(service, { execArgv: [], env: { NODE_OPTIONS: '--require "/probe.cjs" --import tsx' } }));
  });

  it("but not when the program itself uses esbuild, nor when it is the program's own worker", () => {
    assert.equal(isLoaderThread(service, { execArgv: ['--import', './tsx-setup.mjs'], env: {} }), false);
    assert.equal(isLoaderThread('/work/esbuild/lib/main.js', { execArgv: ['--import', 'tsx'], env: {} }), false);
    assert.equal(isLoaderThread(new URL('file:///work/worker.js'), { execArgv: ['--import', 'tsx'], env: {} }), false);
  });
});
