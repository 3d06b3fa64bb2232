import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { type OpenedRecording, record, type RecordPhase, type RecordRequest, SessionError } from '../../../src/session/index.ts';
import { FakeRun, nobodysPid } from '../../helpers/fake-run.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';
import { until } from '../../helpers/until.ts';

describe('Recording with any host', () => {
  let root = '';
  let run = new FakeRun();
  let phases: RecordPhase[] = [];
  beforeEach(() => {
    root = makeProject({ 'package.json': '{}', 'main.js': 'work()\n' });
    run = new FakeRun();
    phases = [];
  });
  afterEach(removeProjects);

  const store = (): string => join(root, 'store');
  const request = (more: Partial<RecordRequest> = {}): RecordRequest => ({
    file: join(root, 'main.js'), args: [], env: {}, nodePath: process.execPath, store: store(), host: run.host, onPhase: (phase) => phases.push(phase), ...more,
  });
  const start = async (more: Partial<RecordRequest> = {}): Promise<{ result: Promise<OpenedRecording> }> => {
    const result = record(request(more));
    result.catch(() => undefined);
    await run.started;
    return { result };
  };
  const problemOf = async (result: Promise<unknown>) => {
    const error: unknown = await result.then(() => null, (reason: unknown) => reason);
    assert.ok(error instanceof SessionError, String(error));
    return error.problem;
  };
  const kept = (): string[] => readdirSync(store()).filter((name) => name !== '.gitignore');

  describe('starts the program', () => {
    it('with its arguments, variables and folder, and the probe before it', async () => {
      const { result } = await start({ args: ['one', '--two'], env: { ANSWER: '42' } });
      const { executable, args, cwd, env, label } = await run.started;
      run.leave();
      run.end();
      await result;
      assert.deepEqual([executable, args, cwd, label], [process.execPath, [join(root, 'main.js'), 'one', '--two'], root, 'main.js']);
      assert.deepEqual([Object.keys(env).sort(), env['ANSWER']], [['ANSWER', 'FLAMELINE_PROBE', 'NODE_OPTIONS'], '42']);
      assert.match(env['NODE_OPTIONS'] ?? '', /--require "?[^"]*probe\.cjs/);
    });

    it('and tells the probe where to write, how often to sample and what the project is', async () => {
      const { result } = await start({ intervalUs: 250, delayMs: 40, durationMs: 900 });
      const { folder, project, ...times } = run.config;
      run.leave();
      run.end();
      const { path } = await result;
      assert.deepEqual([folder, project, times], [path, `${root}/`, { version: 1, intervalUs: 250, delayMs: 40, durationMs: 900 }]);
    });

    it('with a probe that waits for the word, whatever delay was asked for', async () => {
      const { result } = await start({ delayMs: 40, waitForStart: new Promise(() => undefined) });
      assert.equal(run.config.delayMs, -1);
      run.leave();
      run.end();
      await result;
    });

    it('and leaves a trace of who records what while it runs', async () => {
      const { result } = await start();
      const { folder } = run.config;
      const trace = await until('the program in the trace', () => {
        const read = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as { owner: { pid: number }; program: { pid: number } | null; manifest: { file: string } };
        return read.program && read;
      });
      assert.deepEqual([trace.owner.pid, trace.program?.pid, trace.manifest.file], [process.pid, nobodysPid, join(root, 'main.js')]);
      run.leave();
      run.end();
      await result;
      assert.ok(!existsSync(join(folder, 'run.json')));
    });

    it('in the widest root around its folder', async () => {
      const { result } = await start({ cwd: root, roots: [root, join(root, '..'), join(root, '..', '..', 'usr')] });
      assert.equal(run.config.project, `${join(root, '..')}/`);
      run.leave();
      run.end();
      await result;
    });
  });

  describe('keeps', () => {
    it('every thread of every process, the program first', async () => {
      const { result } = await start();
      run.leave({ pid: 3, label: 'child.js' }, drawProfile('child'));
      run.leave({ threadId: 1, label: 'worker.js' }, drawProfile('worker'));
      run.leave();
      run.end();
      const { manifest, analysis } = await result;
      assert.deepEqual(manifest?.profiles.map(({ profile }) => profile), [`${nobodysPid}-0-1.cpuprofile`, `${nobodysPid}-w1-1.cpuprofile`, '3-0-1.cpuprofile']);
      assert.deepEqual(analysis.recordings.map(({ pid, threadId }) => [pid, threadId]), [[nobodysPid, 0], [nobodysPid, 1], [3, 0]]);
    });

    it('the exit code or the signal, in the manifest and in the result', async () => {
      const { result } = await start();
      run.leave();
      run.end(3);
      const failed = await result;
      run = new FakeRun();
      const next = await start();
      run.leave({ reason: 'signal', signal: 'SIGTERM' });
      run.end(null, 'SIGTERM');
      const ended = await next.result;
      assert.deepEqual([failed, ended].map(({ manifest, analysis: { recordings: [main] } }) => [manifest?.exitCode, manifest?.signal, main.exitCode, main.signal, main.reason]), [
        [3, null, 3, null, ''],
        [null, 'SIGTERM', null, 'SIGTERM', 'SIGTERM ended the program'],
      ]);
    });

    it('a result whose profile is damaged, with the problem', async () => {
      const { result } = await start();
      run.leave({}, '{"nodes":[');
      run.end();
      const { analysis, path } = await result;
      assert.deepEqual([analysis.problems.map(({ code }) => code), existsSync(join(path, 'recording.json'))], [['truncated'], true]);
    });

    it('what is missing of a profile, in the manifest and in the result', async () => {
      const { result } = await start();
      run.leave({ durationMs: 9000 });
      run.end();
      const { manifest, analysis } = await result;
      const expected = { code: 'profile-shorter-than-run', message: 'The profile covers 0.0 s of the 9.0 s that were recorded' };
      assert.deepEqual([manifest?.problems, analysis.problems], [[expected], [expected]]);
    });

    it('what processes of the run said, once in the result', async () => {
      const { result } = await start();
      run.leave({ notes: [{ code: 'child-without-probe', detail: 'mailer.js' }] });
      run.end();
      const { manifest, analysis } = await result;
      const message = 'A child process was started without our NODE_OPTIONS, so its time is not in the result: mailer.js';
      assert.deepEqual([manifest?.problems, analysis.problems].map((problems) => problems?.map((problem) => problem.message)), [[message], [message]]);
    });

    it('nothing that only a run needs', async () => {
      const { result } = await start();
      for (const name of ['start', 'stop', 'workers', '9-1.live']) run.write(name);
      run.leave();
      run.end();
      const { path } = await result;
      assert.deepEqual(readdirSync(path).sort(), [`${nobodysPid}-0-1.cpuprofile`, `${nobodysPid}-0-1.json`, 'recording.json']);
    });
  });

  describe('refuses with one sentence', () => {
    it('a program that the system would not start, by the code it gave', async () => {
      const host = () => Promise.reject(Object.assign(new Error('spawn'), { code: 'EACCES' }));
      assert.deepEqual(await problemOf(record(request({ host }))), { code: 'not-started', message: 'Node.js could not be started (EACCES)', file: process.execPath });
      assert.deepEqual(kept(), []);
    });

    it('a host that fails without a code, in its words', async () => {
      const host = () => Promise.reject(new Error('no terminal'));
      assert.equal((await problemOf(record(request({ host })))).message, 'Node.js could not be started (Error: no terminal)');
    });

    it('what the host itself explains, unchanged', async () => {
      const problem = { code: 'task-refused', message: 'The task was refused' };
      assert.deepEqual(await problemOf(record(request({ host: () => Promise.reject(new SessionError(problem)) }))), problem);
    });

    it('a run that left no profile, and keeps no folder of it', async () => {
      const { result } = await start();
      run.write(`${nobodysPid}-1.live`);
      run.end(7);
      assert.deepEqual(await problemOf(result), { code: 'no-profile', message: 'The program ended with exit code 7 before its profile could be written' });
      assert.deepEqual(kept(), []);
    });

    it('a store that can not be written; a defect of ours stays what it is', async () => {
      const failing = (code?: string) => record(request({ onPhase: () => { throw Object.assign(new Error('broken'), code === undefined ? {} : { code }); } }));
      assert.deepEqual(await problemOf(failing('ENOSPC')), { code: 'store-unwritable', message: "The recording can't be stored (ENOSPC)", file: store() });
      await assert.rejects(failing(), { message: 'broken' });
      await assert.rejects(failing('ERR_ASSERTION'), { message: 'broken' });
    });
  });

  describe('waits', () => {
    it('for the word to begin, then hands it to every process of the run', async () => {
      let begin: () => void = () => undefined;
      const { result } = await start({ waitForStart: new Promise((done) => (begin = done)) });
      await until('it waits', () => phases.includes('waiting'));
      assert.ok(!existsSync(join(run.config.folder, 'start')));
      begin();
      await until('it records', () => phases.includes('recording'));
      assert.ok(existsSync(join(run.config.folder, 'start')));
      run.leave();
      run.end();
      await result;
      assert.deepEqual(phases, ['starting', 'waiting', 'recording', 'reading']);
    });

    it('for no word that comes when the run is over', async () => {
      let begin: () => void = () => undefined;
      const waitForStart = new Promise<void>((done) => (begin = done));
      const hearing = mock.method(waitForStart, 'then').mock;
      const { result } = await start({ waitForStart });
      run.leave();
      run.end();
      const { path } = await result;
      begin();
      assert.equal(hearing.callCount(), 1);
      await hearing.calls[0].result;
      assert.deepEqual([phases, existsSync(join(path, 'start'))], [['starting', 'waiting', 'reading'], false]);
    });

    it('out a delay, and says when it is over', async () => {
      const { result } = await start({ delayMs: 1 });
      await until('it records', () => phases.includes('recording'));
      run.leave();
      run.end();
      await result;
      assert.deepEqual(phases, ['starting', 'waiting', 'recording', 'reading']);
    });

    it('not for a delay that the program does not live to see', async () => {
      const { result } = await start({ delayMs: 600_000 });
      run.leave();
      run.end();
      await result;
      assert.deepEqual(phases, ['starting', 'waiting', 'reading']);
    });
  });

  describe('stops', () => {
    it('by pulling the profile before anything is signalled, then gently, then by force', async () => {
      const stop = new AbortController();
      const { result } = await start({ stop: stop.signal });
      run.leave({ reason: 'stopped' });
      stop.abort();
      await until('the gentle signal', () => run.kills.length > 0);
      assert.deepEqual([run.kills, existsSync(join(run.config.folder, 'stop'))], [[false], true]);
      run.end(null, 'SIGTERM');
      const { manifest } = await result;
      assert.deepEqual([run.kills, manifest?.partial, manifest?.reason, manifest?.signal], [[false, true], true, 'it was stopped', 'SIGTERM']);
      assert.deepEqual(phases, ['starting', 'recording', 'stopping', 'reading']);
    });

    it('at once when it was stopped before it had started', async () => {
      const stop = new AbortController();
      stop.abort();
      const { result } = await start({ stop: stop.signal });
      run.leave({ reason: 'stopped' });
      run.end(null, 'SIGTERM');
      assert.equal((await result).manifest?.reason, 'it was stopped');
      assert.deepEqual(phases, ['starting', 'recording', 'stopping', 'reading']);
    });

    it('without telling of a delay that ends meanwhile', async () => {
      const stop = new AbortController();
      const { result } = await start({ stop: stop.signal, delayMs: 20 });
      run.leave({ reason: 'stopped' });
      stop.abort();
      const stopped = performance.now();
      await until('the delay is over', () => performance.now() - stopped > 30);
      run.end(0);
      await result;
      assert.deepEqual(phases, ['starting', 'waiting', 'stopping', 'reading']);
    });

    it('no run that is over, however late the word comes', async () => {
      const stop = new AbortController();
      const { result } = await start({ stop: stop.signal });
      run.leave();
      run.end();
      const { manifest } = await result;
      assert.deepEqual(getEventListeners(stop.signal, 'abort'), []);
      stop.abort();
      assert.deepEqual([run.kills, manifest?.reason, phases.includes('stopping')], [[], '', false]);
    });
  });

  describe('shows early', () => {
    const early: OpenedRecording[] = [];
    const onEarly = (opened: OpenedRecording): void => void early.push(opened);
    beforeEach(() => void early.splice(0));

    it('what a process left that is gone, and adds the exit code when it comes', async () => {
      const { result } = await start({ onEarly });
      run.leave();
      await until('it settles', () => phases.includes('settling'));
      run.end(1);
      const { manifest, analysis } = await result;
      assert.deepEqual([early.map((opened) => opened.manifest?.exitCode), manifest?.exitCode, analysis.recordings[0].exitCode], [[null], 1, 1]);
      assert.deepEqual(phases, ['starting', 'recording', 'reading', 'settling']);
    });

    it('nothing of a run whose process can not be told', async () => {
      run = new FakeRun(null);
      const { result } = await start({ onEarly });
      run.leave();
      run.end();
      await result;
      assert.deepEqual([early, phases], [[], ['starting', 'recording', 'reading']]);
    });

    it('nothing without a profile: why there is none is told at the end', async () => {
      const { result } = await start({ onEarly });
      run.write(`${nobodysPid}-1.live`);
      run.write(`${nobodysPid}-0-1.json`, '{}');
      await until('it was read', () => phases.includes('reading'));
      run.end(5);
      assert.equal((await problemOf(result)).message, 'The program ended with exit code 5 before its profile could be written');
      assert.deepEqual(early, []);
    });

    it('the result at the end to whom the early one made fail', async () => {
      const { result } = await start({ onEarly: () => { throw new Error('the view is gone'); } });
      run.leave();
      await until('it was read', () => phases.includes('reading'));
      run.end();
      assert.equal((await result).analysis.functions[0].name, 'main');
    });
  });
});
