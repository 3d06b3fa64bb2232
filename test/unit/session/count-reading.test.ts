import assert from 'node:assert/strict';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadProgress } from '../../../src/protocol/worker.ts';
import { countReading } from '../../../src/session/count-reading.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';

describe('How far a reading is', () => {
  afterEach(removeProjects);

  const readAll = (paths: readonly string[], file: string, chunkBytes: number): ReadProgress[] => {
    const told: ReadProgress[] = [];
    const read = countReading(paths, (progress) => told.push(progress));
    const chunk = new Uint8Array(chunkBytes);
    const open = openSync(file, 'r');
    while (read(open, chunk) > 0);
    closeSync(open);
    return told;
  };

  it('is told in bytes of all files, up to the last one', () => {
    const root = makeProject({ a: 'x'.repeat(40), b: 'x'.repeat(60) });
    const told = readAll([join(root, 'a'), join(root, 'b')], join(root, 'b'), 30);
    assert.deepEqual(told, [{ bytes: 30, total: 100 }, { bytes: 60, total: 100 }]);
  });

  it('is told a hundred times at most, however small the pieces', () => {
    const root = makeProject({ a: 'x'.repeat(10_000) });
    const told = readAll([join(root, 'a')], join(root, 'a'), 7);
    assert.ok(told.length > 90 && told.length <= 100, `${told.length} times`);
  });

  it('counts a recording by its profiles alone', () => {
    const root = makeProject({ '1-0-1.cpuprofile': 'x'.repeat(50), '1-0-1.json': 'y'.repeat(500), 'recording.json': 'z'.repeat(500) });
    assert.deepEqual(readAll([root], join(root, '1-0-1.cpuprofile'), 50), [{ bytes: 50, total: 50 }]);
  });

  it('never passes the end: a file that grew, or can not be looked at, raises it', () => {
    const root = makeProject({ a: 'x'.repeat(50) });
    assert.deepEqual(readAll([join(root, 'gone')], join(root, 'a'), 50)[0], { bytes: 50, total: 50 });
  });
});
