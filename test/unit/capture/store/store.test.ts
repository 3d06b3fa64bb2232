import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readProcessStart } from '../../../../src/capture/launch/process-identity.ts';
import { pruneRecordings } from '../../../../src/capture/store/prune-recordings.ts';
import { createRecordingFolder, nameRecording } from '../../../../src/capture/store/recording-folder.ts';
import { deleteRecording, listRecordings, renameRecording } from '../../../../src/capture/store/recordings.ts';
import { sweepOrphans } from '../../../../src/capture/store/sweep-orphans.ts';
import { writeJson } from '../../../../src/capture/store/write-json.ts';
import { makeManifest } from '../../../helpers/recording-fixture.ts';

describe('The store of recordings', function () {
  this.timeout(60_000);
  let store = '';
  beforeEach(() => {
    store = join(mkdtempSync(join(tmpdir(), 'flameline-store-')), 'deep', 'store');
  });
  afterEach(() => rmSync(join(store, '..', '..'), { recursive: true, force: true }));

  /** One a second, the later the newer. */
  const add = async (second: number, bytes = 0): Promise<string> => {
    const name = nameRecording(new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
    const folder = await createRecordingFolder(store, name);
    await writeJson(join(folder, 'recording.json'), makeManifest({ id: name, label: `run ${second}` }));
    if (bytes > 0) writeFileSync(join(folder, 'x.cpuprofile'), Buffer.alloc(bytes));
    return folder;
  };
  const labels = async () => (await listRecordings(store)).map((entry) => entry.manifest?.label);
  const addRun = async (second: number, owner: { pid: number; started: string }): Promise<string> => {
    const name = nameRecording(new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
    const folder = await createRecordingFolder(store, name);
    await writeJson(join(folder, 'run.json'), { version: 1, owner, program: null, manifest: makeManifest({ id: name }) });
    return folder;
  };

  it('is readable by the user alone and hidden from git', async () => {
    const folder = await add(1);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'recording.json')).mode & 0o777, 0o600);
    assert.equal(readFileSync(join(store, '.gitignore'), 'utf8'), '*\n');
  });

  it('lists the newest first; a store that is not there has none', async () => {
    assert.deepEqual(await listRecordings(store), []);
    for (const second of [2, 1, 3]) await add(second);
    assert.deepEqual(await labels(), ['run 3', 'run 2', 'run 1']);
  });

  it('names differ within a millisecond (F3)', () => {
    const now = new Date();
    assert.equal(new Set(Array.from({ length: 50 }, () => nameRecording(now))).size, 50);
  });

  it('renames', async () => {
    const folder = await add(1);
    await renameRecording(folder, 'before the fix');
    assert.deepEqual(await labels(), ['before the fix']);
  });

  it('deletes a recording, and nothing that has another name', async () => {
    await deleteRecording(await add(1));
    assert.deepEqual(await labels(), []);
    const other = join(store, 'src');
    mkdirSync(other);
    await assert.rejects(deleteRecording(other));
    assert.ok(existsSync(other));
  });

  it('does not follow a link into another folder', async () => {
    await add(1);
    const outside = join(store, '..', 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(store, nameRecording(new Date())));
    assert.deepEqual(await labels(), ['run 1']);
  });

  const listBroken = async (text: string) => {
    const folder = await add(1);
    await add(2);
    writeFileSync(join(folder, 'recording.json'), text);
    const [good, bad] = await listRecordings(store);
    assert.equal(good.problem, null);
    assert.equal(bad.manifest, null);
    return [bad.problem?.code, bad.problem?.message, bad.problem?.field];
  };
  const wrongField = 'The manifest has a field that is missing or of the wrong kind';

  it('F10 lists a recording whose manifest is cut off with its problem, and the others', async () => {
    assert.deepEqual(await listBroken('{"version":1'), ['broken-recording', 'The manifest is not JSON', undefined]);
  });

  it('F10 names the field of a manifest that is wrong', async () => {
    assert.deepEqual(await listBroken(JSON.stringify({ ...makeManifest(), args: 'no' })), ['broken-recording', wrongField, 'args']);
  });

  it('F10 refuses a manifest that leads out of its folder', async () => {
    const text = JSON.stringify(makeManifest({ profiles: [{ profile: '../../secret', sidecar: '' }] }));
    assert.deepEqual(await listBroken(text), ['broken-recording', wrongField, 'profiles']);
  });

  it('prunes the oldest beyond the count, and always keeps the newest', async () => {
    for (const second of [1, 2, 3, 4]) await add(second);
    await pruneRecordings(store, { count: 2, bytes: 1e9 });
    assert.deepEqual(await labels(), ['run 4', 'run 3']);
    await pruneRecordings(store, { count: 0, bytes: 0 });
    assert.deepEqual(await labels(), ['run 4']);
  });

  it('prunes the oldest beyond the size', async () => {
    for (const second of [1, 2, 3]) await add(second, 40_000);
    await pruneRecordings(store, { count: 100, bytes: 100_000 });
    assert.deepEqual(await labels(), ['run 3', 'run 2']);
  });

  it('never prunes or sweeps a run whose window lives', async () => {
    const running = await addRun(1, { pid: process.pid, started: await readProcessStart(process.pid) });
    await add(2);
    await add(3);
    await pruneRecordings(store, { count: 1, bytes: 0 });
    await sweepOrphans(store);
    assert.ok(existsSync(running));
    assert.deepEqual(await labels(), ['run 3']);
  });

  it('F4 sweeps a run without a profile away when its window is gone, by pid and start', async () => {
    const reused = await addRun(1, { pid: process.pid, started: 'another start' });
    const gone = await addRun(2, { pid: 2 ** 30, started: 'long ago' });
    await sweepOrphans(store);
    assert.deepEqual([reused, gone].filter((folder) => existsSync(folder)), []);
  });

  it('F4 keeps what an ended window had recorded, as a partial recording', async () => {
    const folder = await addRun(1, { pid: 2 ** 30, started: 'long ago' });
    writeFileSync(join(folder, '7-0-1.cpuprofile'), '{}');
    await sweepOrphans(store);
    const [entry] = await listRecordings(store);
    assert.deepEqual([entry.manifest?.partial, entry.manifest?.profiles], [true, [{ profile: '7-0-1.cpuprofile', sidecar: '' }]]);
    assert.ok(!existsSync(join(folder, 'run.json')));
  });

  it('F10 sweeps a folder whose run.json can\'t be read only once it is old', async () => {
    const folder = await createRecordingFolder(store, nameRecording(new Date()));
    writeFileSync(join(folder, 'run.json'), '{');
    await sweepOrphans(store);
    assert.ok(existsSync(folder));
    const yesterday = new Date(Date.now() - 86_400_000);
    utimesSync(folder, yesterday, yesterday);
    await sweepOrphans(store);
    assert.ok(!existsSync(folder));
  });

  it('F9 prunes 10,000 old runs, and lists the newest without reading them all', async () => {
    await add(59);
    for (let run = 0; run < 10_000; run++) mkdirSync(join(store, `20250101T000000000Z-${run.toString(16).padStart(6, '0')}`));
    const listing = await listRecordings(store, 20);
    assert.deepEqual([listing.length, basename(listing[0].path).slice(0, 8)], [20, '20260101']);
    await pruneRecordings(store, { count: 50, bytes: 1e9 });
    assert.equal((await listRecordings(store)).length, 50);
  });
});
