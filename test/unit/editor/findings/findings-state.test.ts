import assert from 'node:assert/strict';
import { FindingsState } from '../../../../src/editor/findings/findings-state.ts';
import { locateFinding } from '../../../../src/editor/findings/locate-finding.ts';
import { makeFinding } from './finding-fixture.ts';

const file = '/shop/orders.ts';

describe('the findings of a window', () => {
  let state: FindingsState;
  let told: string[][];
  beforeEach(() => {
    state = new FindingsState();
    told = [];
    state.onDidChange((files) => told.push([...files]));
  });
  const lines = (): number[] => state.of(file).map(({ line }) => line);

  it('are added as they come, in the order of the text', () => {
    state.add([makeFinding({ line: 9 })]);
    state.add([makeFinding({ line: 2 }), makeFinding({ file: '/shop/a.ts' })]);
    assert.deepEqual(lines(), [2, 9]);
    assert.deepEqual(told, [[file], [file, '/shop/a.ts']]);
  });

  it('are what an open file says itself, as long as it is open', () => {
    state.add([makeFinding({ line: 9 })]);
    state.setLive(file, [makeFinding({ line: 10 })]);
    assert.deepEqual(lines(), [10]);
    state.setLive(file, []);
    assert.deepEqual(lines(), []);
    assert.deepEqual(state.files, []);
    state.setLive(file, null);
    assert.deepEqual(lines(), [9]);
  });

  it('of a scan are forgotten below a folder, those of open files are not', () => {
    state.add([makeFinding(), makeFinding({ file: '/other/a.ts' })]);
    state.setLive('/shop/open.ts', [makeFinding({ file: '/shop/open.ts' })]);
    state.forget((path) => path.startsWith('/shop/'));
    assert.deepEqual(state.files.map((one) => one.file), ['/other/a.ts', '/shop/open.ts']);
    state.clear();
    assert.deepEqual(state.files.map((one) => one.file), ['/shop/open.ts']);
    assert.equal(state.isScanned('/other/a.ts'), false);
  });

  it('of a rule that is turned off are dropped, of open files too', () => {
    state.add([makeFinding(), makeFinding({ rule: 'sync-blocking', line: 7 }), makeFinding({ file: '/other/a.ts' })]);
    state.setLive(file, [makeFinding(), makeFinding({ rule: 'sync-blocking', line: 8 })]);
    state.dropRules((rule) => rule === 'n-plus-one');
    assert.deepEqual(lines(), [8]);
    state.setLive(file, null);
    assert.deepEqual(lines(), [7]);
    assert.deepEqual(state.files.map((one) => one.file), [file]);
  });

  it('tell nobody when a file that was not open is closed, nor who no longer listens', () => {
    state.setLive(file, null);
    const listener = state.onDidChange(() => assert.fail('it has gone'));
    listener.dispose();
    state.add([makeFinding()]);
    assert.deepEqual(told, [[file]]);
  });

  it('have absolute files, those of their way too', () => {
    const hop = { file: 'src/repo.ts', line: 3, column: 1, endLine: 3, endColumn: 9, label: 'user.findFirst' };
    const located = locateFinding('/shop', makeFinding({ file: 'src/orders.ts', chain: [hop] }));
    assert.deepEqual([located.file, located.chain[0].file], ['/shop/src/orders.ts', '/shop/src/repo.ts']);
  });
});
