import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadRequest } from '../../../src/protocol/worker.ts';
import { compareInThread } from '../../../src/session/compare-in-thread.ts';
import { exportInThread } from '../../../src/session/export-in-thread.ts';
import { readRecordings } from '../../../src/session/read-recordings.ts';
import { makeProject, removeProjects, writeInto } from '../../helpers/made-project.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';
import { makeManifest, makeSidecar } from '../../helpers/recording-fixture.ts';

const silent = (): void => undefined;
const profile = (text: string): string => JSON.stringify(drawProfile(text));
const heap = JSON.stringify({ head: { callFrame: { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 }, selfSize: 0, id: 1, children: [{ callFrame: { functionName: 'keep', scriptId: '1', url: 'file:///p/a.js', lineNumber: 0, columnNumber: 0 }, selfSize: 64, id: 2, children: [] }] } });

describe('What is read in the analysis thread', () => {
  let root = '';
  beforeEach(() => {
    root = makeProject();
  });
  afterEach(removeProjects);

  const at = (name: string): string => join(root, name);
  const write = (name: string, text: string): string => {
    writeInto(root, name, text);
    return at(name);
  };
  const read = (paths: readonly string[], more: Partial<ReadRequest> = {}) => readRecordings({ paths, roots: [], ...more }, silent);
  const problemOf = async (path: string) => {
    const { analysis, data, inputs: [input] } = await read([path], { columns: true });
    assert.deepEqual([analysis, data], [null, null]);
    return input.ok ? null : input.problem;
  };

  describe('of several paths', () => {
    it('adds up and leaves out what can not be read', async () => {
      const paths = [write('a.cpuprofile', profile('main  main')), at('gone.cpuprofile'), write('b.cpuprofile', profile('main'))];
      const { analysis, inputs } = await read(paths);
      assert.deepEqual([analysis?.durationMs, analysis?.recordings.map(({ label }) => label)], [3, ['a.cpuprofile', 'b.cpuprofile']]);
      assert.deepEqual(inputs.map((input) => input.ok || input.problem), [true, { code: 'unreadable', message: 'It does not exist', file: paths[1] }, true]);
    });

    it('leaves out what counts something else than the first, and says it', async () => {
      const { analysis, inputs } = await read([write('a.heapprofile', heap), write('b.cpuprofile', profile('main'))]);
      assert.deepEqual([analysis?.unit, analysis?.recordings.length], ['bytes', 1]);
      assert.deepEqual(inputs[1], { ok: false, problem: { code: 'other-unit', message: 'It does not count bytes as the files before it do; show it by itself' } });
    });

    it('gives no columns unless they are asked for', async () => {
      const path = write('a.cpuprofile', profile('main'));
      assert.deepEqual([(await read([path])).data, (await read([path], { columns: true })).data?.lanes.length], [null, 1]);
    });
  });

  describe('of a folder', () => {
    const recording = (more: Parameters<typeof makeManifest>[0], name = 'run'): string => {
      write(`${name}/recording.json`, JSON.stringify(makeManifest({ cwd: root, profiles: [{ profile: '7-0-1.cpuprofile', sidecar: '7-0-1.json' }], ...more })));
      write(`${name}/7-0-1.cpuprofile`, profile('main'));
      write(`${name}/7-0-1.json`, JSON.stringify(makeSidecar()));
      return at(name);
    };
    const summaryOf = async (path: string) => (await read([path])).analysis?.recordings;

    it('that is no recording says so', async () => {
      mkdirSync(at('empty'));
      assert.deepEqual(await problemOf(at('empty')), { code: 'no-recording', message: 'The folder is no recording: it has no recording.json', file: at('empty') });
    });

    it('whose manifest can not be read names the manifest', async () => {
      mkdirSync(at('run/recording.json'), { recursive: true });
      const problem = await problemOf(at('run'));
      assert.deepEqual([problem?.code, problem?.file], ['no-recording', at('run/recording.json')]);
    });

    it('whose manifest is no JSON, newer, or wrong in a field says which', async () => {
      const problem = async (text: string) => {
        const found = await problemOf(join(write('run/recording.json', text), '..'));
        return [found?.code, found?.message, found?.field];
      };
      assert.deepEqual(await problem('{'), ['not-json', 'The manifest is not JSON', undefined]);
      assert.deepEqual(await problem('{"version":2}'), ['newer-version', 'The recording was made by a newer Flameline; update it to open this', 'version']);
      assert.deepEqual(await problem(JSON.stringify({ ...makeManifest(), cwd: 7 })), ['bad-field', 'The manifest has a field that is missing or of the wrong kind', 'cwd']);
    });

    it('tells how the program ended by the manifest, and its children by their own word', async () => {
      const profiles = [{ profile: '7-0-1.cpuprofile', sidecar: '7-0-1.json' }, { profile: '9-w1-1.cpuprofile', sidecar: '9-w1-1.json' }];
      const path = recording({ label: 'renamed', partial: true, reason: 'it was stopped', signal: 'SIGTERM', exitCode: null, profiles });
      write('run/9-w1-1.cpuprofile', profile('child'));
      write('run/9-w1-1.json', JSON.stringify(makeSidecar({ pid: 9, threadId: 1, label: 'worker.js', reason: 'crash', intervalUs: 200 })));
      const all = await summaryOf(path);
      assert.deepEqual(all?.map(({ label, pid, threadId, intervalUs, partial, reason, exitCode, signal }) => [label, pid, threadId, intervalUs, partial, reason, exitCode, signal]), [
        ['renamed', 7, 0, 1000, true, 'it was stopped', null, 'SIGTERM'],
        ['worker.js', 9, 1, 200, true, 'the program crashed', null, null],
      ]);
    });

    it('takes a thread without an account for what the manifest says', async () => {
      const path = recording({ profiles: [{ profile: '7-0-1.cpuprofile', sidecar: '' }] });
      const [main] = (await summaryOf(path)) ?? [];
      assert.deepEqual([main?.label, main?.pid, main?.intervalUs, main?.overheadShare], ['main.js', null, 1000, null]);
    });

    it('takes an account that is damaged for none', async () => {
      const path = recording({});
      write('run/7-0-1.json', '{"version":1,"pid":"seven"}');
      assert.deepEqual((await summaryOf(path))?.map(({ pid, overheadShare }) => [pid, overheadShare]), [[null, null]]);
    });

    it('shows the other profiles when one is gone, with the problem', async () => {
      const path = recording({ profiles: [{ profile: 'gone.cpuprofile', sidecar: '' }, { profile: '7-0-1.cpuprofile', sidecar: '7-0-1.json' }] });
      const { analysis, inputs } = await read([path]);
      assert.deepEqual([inputs[0].ok, analysis?.recordings.length, analysis?.problems], [true, 1, [{ code: 'unreadable', message: 'It does not exist', file: join(path, 'gone.cpuprofile') }]]);
    });

    it('keeps what the manifest says went wrong, before what reading found', async () => {
      const path = recording({ problems: [{ code: 'profile-lost', message: 'One process ended' }] });
      write('run/7-0-1.cpuprofile', '{"nodes":[');
      assert.deepEqual((await read([path])).analysis?.problems.map(({ code }) => code), ['profile-lost', 'truncated']);
    });

    it('takes a manifest that is handed over for the one on disk', async () => {
      const path = recording({ label: 'on disk' });
      const { analysis } = await read([path], { manifest: makeManifest({ label: 'handed over', profiles: [{ profile: '7-0-1.cpuprofile', sidecar: '' }] }) });
      assert.equal(analysis?.recordings[0].label, 'handed over');
    });

    it('without a single profile is an empty result to read, and nothing to draw, compare or write', async () => {
      const path = recording({ profiles: [] });
      const { analysis, data } = await read([path], { columns: true });
      assert.deepEqual([analysis?.functions, analysis?.durationMs, data], [[], 0, null]);
      const request = { paths: [path], roots: [], columns: true, format: 'speedscope', cwd: root } as const;
      const message = 'The recording holds no profile that can be read';
      assert.deepEqual((await exportInThread(request, silent)).value, { ok: false, problem: { code: 'no-profile', message, file: path } });
      const compared = await compareInThread({ before: { path, label: 'a' }, after: { path, label: 'b' }, roots: [], measure: null, columns: false }, silent);
      assert.deepEqual(compared, { ok: false, problem: { code: 'no-profile', message, file: path } });
    });
  });

  describe('to be written in another format', () => {
    it('is handed over as bytes, without a copy', async () => {
      const path = write('a.cpuprofile', profile('main'));
      const { value, buffers } = await exportInThread({ paths: [path], roots: [], columns: true, format: 'collapsed', cwd: root }, silent);
      assert.ok(value.ok);
      assert.match(Buffer.from(value.bytes).toString(), /^main .*\n$|^main/);
      assert.deepEqual(buffers, [value.bytes.buffer]);
    });

    it('is refused as reading refuses it', async () => {
      const { value } = await exportInThread({ paths: [at('gone')], roots: [], columns: true, format: 'pprof', cwd: root }, silent);
      assert.deepEqual(value, { ok: false, problem: { code: 'unreadable', message: 'It does not exist', file: at('gone') } });
    });
  });

  describe('to be compared', () => {
    const compare = (before: string, after: string, columns = false) => compareInThread({ before: { path: before, label: 'old' }, after: { path: after, label: 'new' }, roots: [], measure: null, columns }, silent);

    it('names both, and has columns only when asked', async () => {
      const [before, after] = [write('a.cpuprofile', profile('main  main')), write('b.cpuprofile', profile('main'))];
      const [plain, drawn] = [await compare(before, after), await compare(before, after, true)];
      assert.ok(plain.ok && drawn.ok);
      assert.deepEqual([plain.comparison.before.label, plain.comparison.after.label, plain.joined, drawn.joined === null], ['old', 'new', null, false]);
    });

    it('is refused by the one that can not be read, the earlier one first', async () => {
      const good = write('a.cpuprofile', profile('main'));
      const refusals = [await compare(at('gone1'), at('gone2')), await compare(good, at('gone2'))];
      assert.deepEqual(refusals.map((answer) => !answer.ok && answer.problem.file), [at('gone1'), at('gone2')]);
    });

    it('is refused when they count different things', async () => {
      const answer = await compare(write('a.heapprofile', heap), write('b.cpuprofile', profile('main')));
      assert.equal(answer.ok, false);
    });

    it('keeps what was wrong with either', async () => {
      const answer = await compare(write('a.cpuprofile', profile('main').replace(/,"timeDeltas".*/, '')), write('b.cpuprofile', profile('main')));
      assert.ok(answer.ok);
      assert.ok(answer.comparison.problems.some(({ file }) => file === at('a.cpuprofile')));
    });
  });
});
