import assert from 'node:assert/strict';
import '../../../helpers/as-commonjs.ts';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { joinRun } from '../../../../src/capture/probe/join-run.ts';
import { writeFileWhole } from '../../../../src/capture/probe/write-file.ts';
import { processLimit } from '../../../../src/protocol/probe.ts';
import { makeProject, removeProjects } from '../../../helpers/made-project.ts';

describe('A process that joins a run', () => {
  afterEach(removeProjects);
  const live = (number: number): Record<string, string> => Object.fromEntries(Array.from({ length: number }, (_, index) => [`${index + 10_000_000}-1.live`, '']));

  it('says that it is there, for the user alone to read', () => {
    const folder = makeProject();
    assert.equal(joinRun(folder), 1);
    const file = join(folder, `${process.pid}-1.live`);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { pid: process.pid, parentPid: process.ppid });
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('counts on when a process of its number was there before', () => {
    const folder = makeProject();
    assert.deepEqual([joinRun(folder), joinRun(folder), joinRun(folder)], [1, 2, 3]);
  });

  it('is the last one at the limit', () => {
    const folder = makeProject(live(processLimit - 1));
    assert.deepEqual([joinRun(folder), existsSync(join(folder, 'limit'))], [1, false]);
  });

  it('past the limit stays out, and leaves word of it', () => {
    const folder = makeProject({ ...live(processLimit), 'other.txt': '' });
    assert.equal(joinRun(folder), null);
    assert.deepEqual([existsSync(join(folder, 'limit')), existsSync(join(folder, `${process.pid}-1.live`))], [true, false]);
  });

  it('counts joined processes alone, not their files', () => {
    const profiles = Object.fromEntries(Array.from({ length: processLimit }, (_, index) => [`${index}-0-1.cpuprofile`, '']));
    assert.equal(joinRun(makeProject(profiles)), 1);
  });

  it('fails when the folder of the run is gone', () => {
    assert.throws(() => joinRun(join(makeProject(), 'gone')), { code: 'ENOENT' });
  });
});

describe('A file of the probe', () => {
  afterEach(removeProjects);

  it('is there whole, for the user alone, and nothing beside it', () => {
    const folder = makeProject();
    writeFileWhole(join(folder, 'a.json'), 'text', folder);
    assert.deepEqual([readdirSync(folder), readFileSync(join(folder, 'a.json'), 'utf8'), statSync(join(folder, 'a.json')).mode & 0o777], [['a.json'], 'text', 0o600]);
  });

  it('takes the place of one that was there', () => {
    const folder = makeProject({ 'a.json': 'old' });
    writeFileWhole(join(folder, 'a.json'), 'new', folder);
    assert.equal(readFileSync(join(folder, 'a.json'), 'utf8'), 'new');
  });

  it('has its folder made again when the program deleted that', () => {
    const folder = join(makeProject(), 'run', 'deep');
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, '..'), { recursive: true });
    writeFileWhole(join(folder, 'a.json'), 'text', folder);
    assert.deepEqual([readdirSync(folder), statSync(folder).mode & 0o777], [['a.json'], 0o700]);
  });

  it('is never written through what somebody laid in its way', () => {
    const folder = makeProject({ 'a.json.part': 'theirs' });
    assert.throws(() => writeFileWhole(join(folder, 'a.json'), 'text', folder), { code: 'EEXIST' });
    assert.deepEqual([readFileSync(join(folder, 'a.json.part'), 'utf8'), existsSync(join(folder, 'a.json'))], ['theirs', false]);
  });

  it('fails by the system\'s word when a file stands where its folder should', () => {
    const folder = makeProject({ run: '' });
    assert.throws(() => writeFileWhole(join(folder, 'run', 'a.json'), 'text', join(folder, 'run')), { code: 'ENOTDIR' });
  });
});
