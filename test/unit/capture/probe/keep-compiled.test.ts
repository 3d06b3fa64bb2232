import assert from 'node:assert/strict';
import { join } from 'node:path';
import '../../../helpers/as-commonjs.ts';
import { findCompiled } from '../../../../src/capture/probe/keep-compiled.ts';
import { makeProject, removeProjects } from '../../../helpers/made-project.ts';

describe('A script that V8 no longer has', () => {
  afterEach(removeProjects);
  const find = (text: string, name = 'a.js') => findCompiled(join(makeProject({ [name]: text }), name));

  it('is known by its lines and the map it names last', () => {
    assert.deepEqual(find('one\n//# sourceMappingURL=old.map\ntwo\n//# sourceMappingURL=a.js.map\n'), { sourceMapUrl: 'a.js.map', lines: 5 });
    assert.deepEqual(find('one\ntwo'), { sourceMapUrl: '', lines: 2 });
  });

  it('has no map where the words stand amid its text', () => {
    assert.equal(find('const text = "//# sourceMappingURL=a.map";\nrun(text)')?.sourceMapUrl, '');
  });

  it('keeps a map whose name has an equals sign', () => {
    assert.equal(find('x\n//# sourceMappingURL=a.map?v=1')?.sourceMapUrl, 'a.map?v=1');
  });

  it('is read from disk only where that is JavaScript', () => {
    assert.deepEqual(['a.mjs', 'a.cjs', 'a.ts', 'a.json', 'a'].map((name) => find('x', name) !== null), [true, true, false, false, false]);
    assert.equal(findCompiled(join(makeProject(), 'gone.js')), null);
  });
});
