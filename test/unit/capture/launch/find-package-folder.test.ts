import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findPackageFolder } from '../../../../src/capture/launch/find-package-folder.ts';

describe('The folder a file is run in', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-package-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (...path: string[]): string => {
    const file = join(root, ...path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '{}');
    return file;
  };

  it('is that of the nearest package.json', () => {
    write('package.json');
    write('packages', 'one', 'package.json');
    assert.equal(findPackageFolder(write('packages', 'one', 'src', 'main.ts')), join(root, 'packages', 'one'));
  });

  it('is the project for a tool of its node_modules, also for one inside another tool', () => {
    write('package.json');
    write('node_modules', 'runner', 'package.json');
    assert.equal(findPackageFolder(write('node_modules', 'runner', 'cli.mjs')), root);
    write('node_modules', 'runner', 'node_modules', 'inner', 'package.json');
    assert.equal(findPackageFolder(write('node_modules', 'runner', 'node_modules', 'inner', 'cli.mjs')), root);
  });

  it('is the file\'s own without any package.json', () => {
    assert.equal(findPackageFolder(write('scratch', 'main.js')), join(root, 'scratch'));
  });
});
