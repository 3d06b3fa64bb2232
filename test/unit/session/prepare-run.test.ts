import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRecordingFolder, nameRecording } from '../../../src/capture/store/recording-folder.ts';
import { writeJson } from '../../../src/capture/store/write-json.ts';
import { prepareRun } from '../../../src/session/prepare-run.ts';
import { type RecordRequest, SessionError } from '../../../src/session/index.ts';
import { makeProject, removeProjects, writeInto } from '../../helpers/made-project.ts';
import { makeManifest } from '../../helpers/recording-fixture.ts';

describe('Before a program starts', () => {
  let root = '';
  beforeEach(() => {
    root = makeProject({ 'package.json': '{}', 'main.js': '' });
  });
  afterEach(removeProjects);

  const at = (name: string): string => join(root, name);
  const prepare = (more: Partial<RecordRequest> = {}) => {
    const request: RecordRequest = { file: at('main.js'), args: [], env: {}, nodePath: process.execPath, store: at('store'), host: () => Promise.reject(new Error('not started here')), ...more };
    return prepareRun(request, new Date(0), 'id');
  };
  const problemOf = async (more: Partial<RecordRequest>) => {
    const error: unknown = await prepare(more).then(() => null, (reason: unknown) => reason);
    assert.ok(error instanceof SessionError, String(error));
    return error.problem;
  };

  it('a file that is not there is refused', async () => {
    assert.deepEqual(await problemOf({ file: at('gone.js') }), { code: 'no-file', message: 'It does not exist', file: at('gone.js') });
  });

  it('a folder is refused, also one that is called like a program', async () => {
    mkdirSync(at('folder.js'));
    assert.deepEqual(await problemOf({ file: at('folder.js') }), { code: 'no-file', message: 'It is not a file', file: at('folder.js') });
  });

  it('what is no program is refused by its ending', async () => {
    for (const name of ['notes.md', 'data.json', 'main', 'styles.css', 'a.jsc', 'a.mtsx']) {
      writeInto(root, name, '');
      assert.deepEqual(await problemOf({ file: at(name) }), { code: 'not-a-program', message: 'It is no JavaScript or TypeScript program', file: at(name) }, name);
    }
  });

  it('every ending of a program is taken, in capitals too', async () => {
    for (const name of ['a.js', 'a.cjs', 'a.mjs', 'a.JS', 'a.ts', 'a.cts', 'a.mts']) {
      writeInto(root, name, '');
      assert.equal((await prepare({ file: at(name), nodePath: process.execPath })).manifest.label, name);
    }
  });

  it('a folder to run in that is not there is refused', async () => {
    assert.deepEqual(await problemOf({ cwd: at('gone') }), { code: 'no-file', message: 'The working directory does not exist', file: at('gone') });
  });

  it('the permission model is refused, wherever it is turned on', async () => {
    const problem = { code: 'permission-denied', message: 'NODE_OPTIONS turns on the permission model (--permission), which forbids profiling' };
    assert.deepEqual(await problemOf({ env: { NODE_OPTIONS: '--max-old-space-size=99 --permission' } }), problem);
    assert.deepEqual(await problemOf({ env: { NODE_OPTIONS: '--experimental-permission' } }), problem);
  });

  it('a Node that is none is refused, with its path', async () => {
    assert.deepEqual(await problemOf({ nodePath: at('no-node') }), { code: 'no-node', message: 'There is no Node.js at this path', file: at('no-node') });
  });

  it('TypeScript that no loader runs is refused before anything is made', async () => {
    writeInto(root, 'main.tsx', 'export const a = 1;');
    const { code, file } = await problemOf({ file: at('main.tsx') });
    assert.deepEqual([code, file], ['no-loader', at('main.tsx')]);
  });

  it('the manifest says what will run, and nothing of how it went', async () => {
    const { manifest } = await prepare({ args: ['a b'], intervalUs: 300 });
    const { version, id, label, args, cwd, command, loader, intervalUs, startedAt, exitCode, signal, profiles, nodeVersion } = manifest;
    assert.deepEqual([version, id, label, args, cwd, loader, intervalUs, startedAt], [1, 'id', 'main.js', ['a b'], root, 'none', 300, '1970-01-01T00:00:00.000Z']);
    assert.deepEqual([command, exitCode, signal, profiles, nodeVersion], [[process.execPath, at('main.js'), 'a b'], null, null, [], process.version]);
  });

  describe('the interval is', () => {
    const recorded = async (second: number, more: Parameters<typeof makeManifest>[0]): Promise<void> => {
      const name = nameRecording(new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
      await writeJson(join(await createRecordingFolder(at('store'), name), 'recording.json'), makeManifest({ id: name, file: at('main.js'), ...more }));
    };
    const interval = async (more: Partial<RecordRequest> = {}) => (await prepare(more)).manifest.intervalUs;

    it('1 ms for a file that never ran', async () => {
      assert.equal(await interval(), 1000);
    });

    it('200 µs when its last run took less than 2 s', async () => {
      await recorded(1, { durationMs: 1999 });
      assert.equal(await interval(), 200);
      assert.equal(await interval({ intervalUs: 700 }), 700);
    });

    it('1 ms again when its last run took 2 s, whatever ran before it', async () => {
      await recorded(1, { durationMs: 10 });
      await recorded(2, { durationMs: 2000 });
      assert.equal(await interval(), 1000);
    });

    it('not told by a run that was cut short, nor by another file\'s', async () => {
      await recorded(1, { durationMs: 10, partial: true });
      await recorded(2, { durationMs: 10, file: at('other.js') });
      assert.equal(await interval(), 1000);
    });
  });
});
