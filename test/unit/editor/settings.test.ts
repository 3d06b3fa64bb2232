import assert from 'node:assert/strict';
import { settings } from '../../../src/editor/ids.ts';
import { parseSettings } from '../../../src/editor/parse-settings.ts';
import { WorkspaceMemory } from '../../../src/editor/workspace-memory.ts';

const read = (values: Record<string, unknown>) => parseSettings((id) => values[id]);

describe('settings', () => {
  it('have their defaults when nothing is set', () => {
    const { heatThreshold, diagnosticsLimit, intervalUs, durationMs, recordingsBytes, heatText, codeLens } = read({});
    assert.deepEqual({ heatThreshold, diagnosticsLimit, intervalUs, durationMs, recordingsBytes, heatText, codeLens },
      { heatThreshold: 0.01, diagnosticsLimit: 3, intervalUs: undefined, durationMs: undefined, recordingsBytes: 1_000_000_000, heatText: true, codeLens: false });
  });
  it('C11 takes settings of the wrong type as not set', () => {
    const junk = read(Object.fromEntries(Object.values(settings).map((id) => [id, { an: 'object' }])));
    assert.deepEqual({ ...junk, env: {} }, { ...read({}), env: {} });
    assert.deepEqual(read({ [settings.runArgs]: 'rm -rf /', [settings.runEnv]: ['A=1'], [settings.nodePath]: 7, [settings.heatText]: 'no' }), read({}));
  });
  it('keep the strings of mixed lists', () => {
    assert.deepEqual(read({ [settings.runArgs]: ['a', 1, null, 'b'] }).args, ['a', 'b']);
    assert.deepEqual(read({ [settings.runEnv]: { A: '1', B: 2, C: null } }).env, { A: '1' });
  });
  it('out of range are brought into it', () => {
    assert.equal(read({ [settings.recordInterval]: 1e9 }).intervalUs, 100_000);
    assert.equal(read({ [settings.recordInterval]: 3 }).intervalUs, 50);
    assert.equal(read({ [settings.diagnosticsLimit]: -4 }).diagnosticsLimit, 0);
    assert.equal(read({ [settings.heatThreshold]: Number.NaN }).heatThreshold, 0.01);
    assert.equal(read({ [settings.recordDuration]: 1.5 }).durationMs, 1_500);
  });
});

describe('workspace memory', () => {
  const fake = (values: Record<string, unknown> = {}) => ({
    keys: () => Object.keys(values),
    get: (key: string) => values[key],
    update: (key: string, value: unknown) => { values[key] = value; return Promise.resolve(); },
  });
  it('remembers arguments and the entry by file, and forgets', async () => {
    const memory = new WorkspaceMemory(fake() as never);
    await memory.setArguments('/a.js', ['x']);
    await memory.setEntryOf('/a.js', '/main.js');
    assert.deepEqual(memory.argumentsOf('/a.js'), ['x']);
    assert.equal(memory.entryOf('/a.js'), '/main.js');
    assert.equal(memory.argumentsOf('/b.js'), null);
    await memory.setArguments('/a.js', null);
    await memory.setEntryOf('/a.js', null);
    assert.equal(memory.argumentsOf('/a.js'), null);
    assert.equal(memory.entryOf('/a.js'), '/a.js');
  });
  it('takes damaged storage as empty', () => {
    for (const junk of [7, 'x', { a: 1 }, [1, ['a']], [['/a.js', 7]]]) {
      const memory = new WorkspaceMemory(fake({ 'flameline.argumentsByFile': junk, 'flameline.entryByFile': junk, 'flameline.lastRun': junk }) as never);
      assert.equal(memory.argumentsOf('/a.js'), null);
      assert.equal(memory.entryOf('/a.js'), '/a.js');
    }
  });
});
