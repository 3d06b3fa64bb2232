import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createRootGuard } from '../../../src/session/root-guard.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';

describe('What may be read below the roots', () => {
  afterEach(removeProjects);

  it('is a file inside one of them, and the root itself', () => {
    const [one, two] = [makeProject({ 'src/a.ts': '' }), makeProject({ 'b.ts': '' })];
    const guard = createRootGuard([one, two]);
    for (const path of [join(one, 'src', 'a.ts'), join(two, 'b.ts'), one]) assert.equal(guard.resolve(path), path);
  });

  it('is nothing outside, also when the folder only begins alike or the path climbs', () => {
    const root = makeProject({ 'project/a.ts': '', 'project-2/a.ts': '', 'a.ts': '' });
    const guard = createRootGuard([join(root, 'project')]);
    for (const path of [join(root, 'project-2', 'a.ts'), join(root, 'a.ts'), `${root}/project/../a.ts`, '/etc/passwd']) assert.equal(guard.resolve(path), null, path);
  });

  it('is judged by where links lead, of a file, its folder and the root', () => {
    const [root, outside] = [makeProject({ 'a.ts': '' }), makeProject({ 'secret.ts': '' })];
    symlinkSync(join(outside, 'secret.ts'), join(root, 'link.ts'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync(root, join(outside, 'root'));
    const guard = createRootGuard([root]);
    assert.deepEqual([join(root, 'link.ts'), join(root, 'folder', 'secret.ts')].map((path) => guard.resolve(path)), [null, null]);
    assert.equal(guard.resolve(join(outside, 'root', 'a.ts')), join(root, 'a.ts'));
    assert.equal(createRootGuard([join(outside, 'root')]).resolve(join(root, 'a.ts')), join(root, 'a.ts'));
  });

  it('is also a file that is gone, by the nearest folder that is there', () => {
    const [root, outside] = [makeProject(), makeProject()];
    symlinkSync(outside, join(root, 'away'));
    const guard = createRootGuard([root]);
    assert.equal(guard.resolve(join(root, 'gone', 'deep', 'a.ts')), join(root, 'gone', 'deep', 'a.ts'));
    assert.equal(guard.resolve(join(root, 'away', 'gone', 'a.ts')), null);
  });

  it('is nothing behind a link that leads nowhere', () => {
    const root = makeProject();
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
    assert.equal(createRootGuard([join(root, 'elsewhere')]).resolve(join(root, 'dangling')), null);
  });

  it('is nothing that is no path of this machine', () => {
    const root = makeProject({ 'a.ts': '' });
    const guard = createRootGuard([root]);
    for (const path of ['', 'a.ts', 'node:fs', 'file:///a.ts', 'https://example.org/a.ts', '//host/share/a.ts', `${root}/a\0.ts`]) assert.equal(guard.resolve(path), null, JSON.stringify(path));
  });

  it('is nothing without a root that is there', () => {
    const root = makeProject({ 'a.ts': '' });
    for (const roots of [[], [join(root, 'gone')]]) assert.equal(createRootGuard(roots).resolve(join(root, 'a.ts')), null);
  });
});
