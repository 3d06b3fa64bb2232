import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { listRecordingNames } from '../../../../src/capture/store/recording-folder.ts';
import { deleteRecording, listRecordings, readEntry, renameRecording } from '../../../../src/capture/store/recordings.ts';
import { isSameProcess, readRunRecord, removeRunFiles } from '../../../../src/capture/store/run-record.ts';
import { writeJson } from '../../../../src/capture/store/write-json.ts';
import { readOwnStart } from '../../../../src/capture/launch/process-identity.ts';
import { nobodysPid } from '../../../helpers/fake-run.ts';
import { makeProject, removeProjects, writeInto } from '../../../helpers/made-project.ts';
import { makeManifest } from '../../../helpers/recording-fixture.ts';

const name = '20260101T000000000Z-0123ab';

describe('An entry of the store', () => {
  afterEach(removeProjects);
  const problemOf = async (folder: string) => {
    const entry = await readEntry(folder);
    return entry && [entry.manifest, entry.problem?.message, entry.problem?.file];
  };

  it('without a manifest says so, unless its run goes on', async () => {
    const folder = makeProject({ 'a.cpuprofile': '' });
    assert.deepEqual(await problemOf(folder), [null, 'The folder has no manifest', join(folder, 'recording.json')]);
    writeInto(folder, 'run.json', '{}');
    assert.equal(await problemOf(folder), null);
  });

  it('is refused when its manifest is larger than any of ours', async () => {
    const folder = makeProject({ 'recording.json': '' });
    truncateSync(join(folder, 'recording.json'), (16 << 20) + 1);
    assert.deepEqual(await problemOf(folder), [null, 'The manifest is too large', join(folder, 'recording.json')]);
    truncateSync(join(folder, 'recording.json'), 16 << 20);
    assert.deepEqual((await problemOf(folder))?.[1], 'The manifest is not JSON');
  });

  it('of a newer version is told by that field', async () => {
    const entry = await readEntry(makeProject({ 'recording.json': JSON.stringify(makeManifest({ version: 2 })) }));
    assert.deepEqual([entry?.manifest, entry?.problem?.field], [null, 'version']);
  });

  it('that can not be read stays as it is when it is renamed', async () => {
    const folder = makeProject({ 'recording.json': '{"version":1' });
    await renameRecording(folder, 'better');
    assert.equal(readFileSync(join(folder, 'recording.json'), 'utf8'), '{"version":1');
  });

  it('keeps all but its name when it is renamed', async () => {
    const manifest = makeManifest({ problems: [{ code: 'a', message: 'b' }] });
    const folder = makeProject({ 'recording.json': JSON.stringify({ ...manifest, later: 1 }) });
    await renameRecording(folder, 'better');
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8')), { ...manifest, label: 'better', later: 1 });
    assert.deepEqual(readdirSync(folder), ['recording.json']);
  });

  it('goes with everything in it, by its name alone', async () => {
    const store = makeProject({ [`${name}/a/b`]: '', 'notes.txt': '' });
    await deleteRecording(join(store, name));
    await deleteRecording(join(store, name));
    assert.deepEqual(readdirSync(store), ['notes.txt']);
    for (const other of ['notes.txt', '', `${name}/..`, name.toUpperCase(), '20260101T000000000Z-0123a', '20260101T000000000Z-0123abc']) {
      await assert.rejects(deleteRecording(join(store, other)), /^Error: Not a recording: /, other);
    }
    assert.ok(existsSync(join(store, 'notes.txt')));
  });

  it('is listed by its name alone: files and other folders are not ours', async () => {
    const store = makeProject({ [`${name}/x`]: '', 'src/x': '', '20260101T000000001Z-0123ab': 'a file', '.gitignore': '*' });
    assert.deepEqual(await listRecordingNames(store), [name]);
    assert.equal((await listRecordings(store, 0)).length, 0);
  });

  it('of a store that can not be read is an error, not an empty list', async () => {
    await assert.rejects(listRecordingNames(join(makeProject({ store: '' }), 'store')), { code: 'ENOTDIR' });
  });
});

describe('The trace of a run', () => {
  afterEach(removeProjects);
  const run = (more: object = {}) => ({ version: 1, owner: { pid: 7, started: 'then' }, program: null, manifest: makeManifest(), ...more });
  const read = (value: unknown) => readRunRecord(makeProject({ 'run.json': typeof value === 'string' ? value : JSON.stringify(value) }));

  it('is read when it is whole, with its program or before it started', async () => {
    assert.deepEqual(await read(run()), run());
    assert.ok(await read(run({ program: { pid: 8, started: '' } })));
  });

  it('is none when a field is missing or wrong, or there is no file', async () => {
    for (const more of [{ version: 2 }, { owner: null }, { owner: { pid: 1.5, started: '' } }, { owner: { pid: 7 } }, { program: undefined }, { program: { pid: '7', started: '' } }, { manifest: {} }]) assert.equal(await read(run(more)), null, JSON.stringify(more));
    assert.deepEqual([await read('{'), await read([]), await readRunRecord(makeProject())], [null, null, null]);
  });

  it('names a process by its number and its start', async () => {
    const started = await readOwnStart();
    assert.notEqual(started, '');
    assert.deepEqual(await Promise.all([{ pid: process.pid, started }, { pid: process.pid, started: `${started}0` }, { pid: process.pid, started: '' }, { pid: nobodysPid, started }].map(isSameProcess)), [true, false, false, false]);
  });

  it('goes with the commands of the run and nothing else', async () => {
    const folder = makeProject({ 'run.json': '', start: '', stop: '', workers: '', limit: '', '7-1.live': '', '7-0-1.json': '', 'recording.json': '', stopped: '' });
    await removeRunFiles(folder);
    assert.deepEqual(readdirSync(folder).sort(), ['7-0-1.json', 'recording.json', 'stopped']);
  });
});

describe('A file of the store', () => {
  afterEach(removeProjects);

  it('is written whole, for the user alone, over what was there', async () => {
    const folder = makeProject({ 'a.json': 'old' });
    await writeJson(join(folder, 'a.json'), { b: 1 });
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')), { b: 1 });
    assert.deepEqual([readdirSync(folder), statSync(join(folder, 'a.json')).mode & 0o777], [['a.json'], 0o600]);
  });

  it('fails where it can not be, and leaves nothing half', async () => {
    const folder = makeProject();
    mkdirSync(join(folder, 'a.json'));
    await assert.rejects(writeJson(join(folder, 'a.json'), 1));
    await assert.rejects(writeJson(join(folder, 'gone', 'a.json'), 1), { code: 'ENOENT' });
    assert.deepEqual([readdirSync(folder), statSync(join(folder, 'a.json')).isDirectory()], [['a.json'], true]);
  });
});
