import assert from 'node:assert/strict';
import '../../../helpers/as-commonjs.ts';
import { usesTsx } from '../../../../src/capture/probe/tsx-lines.ts';

describe('A program that tsx runs', () => {
  it('is known by an import of it, in one word or two', () => {
    for (const options of [['--import', 'tsx'], ['--import=tsx'], ['--import', 'tsx/esm'], ['--require=tsx/cjs'], ['--loader', 'file:///p/node_modules/tsx/dist/loader.mjs']]) {
      assert.ok(usesTsx(options, ''), options.join(' '));
    }
  });

  it('is known by a Windows path of it', () => {
    assert.ok(usesTsx(['--require', 'C:\\p\\node_modules\\tsx\\dist\\preflight.cjs'], ''));
  });

  it('is known by NODE_OPTIONS, among others', () => {
    assert.ok(usesTsx([], '--max-old-space-size=4096 --import tsx --enable-source-maps'));
  });

  it('is not one whose folder, option or other loader only sounds like it', () => {
    for (const options of [['--import', './tsx-setup.mjs'], ['--import', 'tsx-fork/esm'], ['--conditions=tsxx'], ['--require', '/home/tsx/project/hook.cjs'], []]) {
      assert.ok(!usesTsx(options, ''), options.join(' '));
    }
  });
});
