import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isAlive } from '../../src/capture/launch/process-identity.ts';
import { createSpawnHost, hashSource, listRecordings, type OpenedRecording, type ProcessHost, record, type RecordPhase, type RecordRequest, SessionError, sweepOrphans } from '../../src/session/index.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { untilSpent } from '../helpers/until-spent.ts';
import { fixture, itOnPosix } from './run-program.ts';

describe('Recording a run', function () {
  this.timeout(30_000);
  let home = '';
  let store = '';
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'flameline record-')));
    store = join(home, 'store');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const copy = (name: string, as = name): string => {
    const project = join(home, 'project');
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{}');
    copyFileSync(fixture(name), join(project, as));
    return join(project, as);
  };
  const recordFile = (file: string, more: Partial<RecordRequest> = {}) =>
    record({ file, args: [], env: {}, nodePath: nodeBinary(24), store, host: createSpawnHost({ stdout: 'stderr' }), ...more });
  const problemOf = async (run: Promise<unknown>) => {
    const error: unknown = await run.then(() => null, (reason: unknown) => reason);
    assert.ok(error instanceof SessionError, String(error));
    return error.problem;
  };
  const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);
  const untilJoined = (processes: number): Promise<number[]> => until('the processes have joined', () => {
    const [name] = existsSync(store) ? readdirSync(store).filter((entry) => entry !== '.gitignore') : [];
    const live = name === undefined ? [] : readdirSync(join(store, name)).filter((entry) => entry.endsWith('.live'));
    return live.length >= processes ? live.map((entry) => Number.parseInt(entry, 10)) : null;
  });
  /** Aborts as soon as the run has handed over this many processes. */
  const stopWhenJoined = async (stop: AbortController, processes: number): Promise<number[]> => {
    const pids = await untilJoined(processes);
    stop.abort();
    return pids;
  };

  it('keeps the raw profile and a manifest that says what ran, and nothing else', async () => {
    const file = copy('edit-itself.cjs');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/const later[^]*/, ''));
    const phases: string[] = [];
    const { manifest, analysis, path } = await recordFile(file, { args: ['one', '--two'], onPhase: (phase) => phases.push(phase) });
    assert.ok(manifest);
    const { profiles: [main], sources, exitCode, partial, cwd, intervalUs, nodeVersion, command, durationMs } = manifest;
    assert.deepEqual(phases, ['starting', 'recording', 'reading']);
    assert.deepEqual([exitCode, partial, cwd, intervalUs], [0, false, join(home, 'project'), 1000]);
    assert.deepEqual(command, [nodeBinary(24), file, 'one', '--two']);
    assert.match(nodeVersion, /^v24\./);
    assert.ok(durationMs > 0);
    assert.deepEqual(sources, [{ file, sha256: hashSource(readFileSync(file)) }]);
    assert.deepEqual(readdirSync(path).sort(), [main.profile, main.sidecar, 'recording.json'].sort());
    assert.equal(analysis.functions[0].name, 'work');
    assert.equal(readFileSync(join(store, '.gitignore'), 'utf8'), '*\n');
  });

  /** A host that reports an exit only when it is told to, as VS Code does late. */
  const lateHost = () => {
    let report: () => void = () => undefined;
    const reported = new Promise<void>((done) => (report = done));
    const host: ProcessHost = async (request) => {
      const running = await createSpawnHost({ stdout: 'stderr' })(request);
      return { ...running, exited: reported.then(() => running.exited) };
    };
    return { host, report };
  };

  it('shows the result when the process is gone, without the exit code it does not know yet', async () => {
    const { host, report } = lateHost();
    const phases: string[] = [];
    const early: OpenedRecording[] = [];
    const onEarly = (opened: OpenedRecording): void => void early.push(opened);
    const running = recordFile(copy('throw.cjs'), { host, onEarly, onPhase: (phase) => phases.push(phase) });
    const [shown] = await until('the early result', () => early.length > 0 && phases.at(-1) === 'settling' && early);
    assert.deepEqual((await listRecordings(store))[0]?.manifest, shown.manifest);
    report();
    const { path, manifest, analysis } = await running;
    assert.deepEqual([shown.manifest?.exitCode, shown.analysis.recordings[0].exitCode], [null, null]);
    assert.deepEqual([manifest?.exitCode, analysis.recordings[0].exitCode], [1, 1]);
    assert.deepEqual([{ ...shown.manifest, exitCode: 1 }, shown.path, shown.analysis.functions], [manifest, path, analysis.functions]);
    assert.deepEqual([phases, early.length], [['starting', 'recording', 'reading', 'settling'], 1]);
  });

  it('shows nothing early while another process of the run lives', async () => {
    const { host, report } = lateHost();
    const flag = join(home, 'end');
    const phases: string[] = [];
    const running = recordFile(copy('daemon.cjs'), { args: [flag], host, onEarly: () => assert.fail('it was shown'), onPhase: (phase) => phases.push(phase) });
    await until('the first process to be gone', () => {
      const [name] = existsSync(store) ? readdirSync(store).filter((entry) => entry !== '.gitignore') : [];
      const files = name === undefined ? [] : readdirSync(join(store, name));
      const pids = files.filter((entry) => /-0-1\.json$/.test(entry)).map((entry) => Number.parseInt(entry, 10));
      return pids.some((pid) => !isAlive(pid));
    });
    report();
    const { manifest } = await running;
    writeFileSync(flag, '');
    assert.deepEqual([codes(manifest?.problems ?? []), phases], [['process-left'], ['starting', 'recording', 'reading']]);
  });

  it('samples every 200 µs when the last run of the file took under 2 s, unless told otherwise', async () => {
    const file = copy('normal.cjs');
    const intervals: (number | undefined)[] = [];
    for (const more of [{}, {}, { intervalUs: 500 }]) intervals.push((await recordFile(file, more)).manifest?.intervalUs);
    assert.deepEqual(intervals, [1000, 200, 500]);
  });

  it('waits for the word to begin, then records what comes', async () => {
    const stop = new AbortController();
    const phases: string[] = [];
    let begin: () => void = () => undefined;
    const waitForStart = new Promise<void>((done) => (begin = done));
    const running = recordFile(copy('loop.cjs'), { waitForStart, stop: stop.signal, onPhase: (phase) => phases.push(phase) });
    await until('it waits', () => phases.includes('waiting'));
    begin();
    await until('it records', () => phases.includes('recording'));
    const [pid] = await untilJoined(1);
    await untilSpent(pid, 600);
    stop.abort();
    const { analysis } = await running;
    assert.deepEqual(phases, ['starting', 'waiting', 'recording', 'stopping', 'reading']);
    assert.equal(analysis.functions[0].name, 'spin');
    assert.ok(analysis.functions[0].samples > 100, `${analysis.functions[0].samples} samples`);
  });

  it('keeps what there is of a program that is stopped while Node still starts', async () => {
    const stop = new AbortController();
    const onPhase = (phase: RecordPhase): void => { if (phase === 'recording') stop.abort(); };
    const { manifest, analysis } = await recordFile(copy('loop.cjs'), { stop: stop.signal, onPhase });
    assert.deepEqual([manifest?.partial, manifest?.reason], [true, 'it was stopped']);
    assert.equal(analysis.recordings.length, 1);
  });

  it('says that the program ended before recording began', async () => {
    const problem = await problemOf(recordFile(copy('normal.cjs'), { waitForStart: new Promise(() => undefined) }));
    assert.deepEqual(problem, { code: 'nothing-recorded', message: 'The program ended before recording began' });
  });

  it('keeps the result of a program that fails', async () => {
    const { manifest } = await recordFile(copy('throw.cjs'));
    assert.deepEqual([manifest?.exitCode, manifest?.signal, manifest?.partial], [1, null, false]);
  });

  itOnPosix('E1 stops an endless program with its children, and leaves nobody behind', async () => {
    const stop = new AbortController();
    const joined = stopWhenJoined(stop, 3);
    const { manifest, analysis } = await recordFile(copy('family.cjs'), { stop: stop.signal });
    assert.deepEqual([manifest?.partial, manifest?.reason, manifest?.signal, manifest?.profiles.length], [true, 'it was stopped', 'SIGTERM', 3]);
    assert.equal(analysis.recordings.length, 3);
    assert.deepEqual((await joined).filter(isAlive), []);
  });

  itOnPosix('E2 kills a program that ignores every signal, after its profile was pulled', async () => {
    const stop = new AbortController();
    void stopWhenJoined(stop, 1);
    const { manifest } = await recordFile(copy('stubborn.cjs'), { stop: stop.signal });
    assert.deepEqual([manifest?.signal, manifest?.partial, manifest?.profiles.length], ['SIGKILL', true, 1]);
  });

  itOnPosix('E2 keeps the profile of a worker whose program is killed because it ignores every signal', async () => {
    const stop = new AbortController();
    const running = recordFile(copy('stubborn-worker.cjs'), { stop: stop.signal });
    const [pid] = await untilJoined(1);
    await untilSpent(pid, 600);
    stop.abort();
    const { manifest, analysis } = await running;
    assert.deepEqual([manifest?.signal, manifest?.profiles.length, codes(manifest?.problems ?? [])], ['SIGKILL', 2, []]);
    assert.equal(analysis.functions[0].name, 'spin');
  });

  itOnPosix('E5 survives a program that kills its process group', async () => {
    const problem = await problemOf(recordFile(copy('kill-group.cjs')));
    assert.deepEqual(problem, { code: 'no-profile', message: 'The program ended by SIGKILL before its profile could be written' });
  });

  it('E6 reports a process that went into the background', async () => {
    const flag = join(home, 'end');
    const { manifest } = await recordFile(copy('daemon.cjs'), { args: [flag] });
    writeFileSync(flag, '');
    assert.deepEqual(codes(manifest?.problems ?? []), ['process-left']);
    assert.equal(manifest?.exitCode, 0);
  });

  const checkLoss = async (name: string, message: string) => {
    assert.deepEqual(await problemOf(recordFile(copy(name))), { code: 'no-profile', message });
    assert.deepEqual(readdirSync(store), ['.gitignore']);
  };

  itOnPosix('E7 says that a killed program left no profile, and keeps no empty recording', () =>
    checkLoss('kill-itself.cjs', 'The program ended by SIGKILL before its profile could be written'));

  itOnPosix('E7 says that an aborted program left no profile', () =>
    checkLoss('abort.cjs', 'The program ended by SIGABRT before its profile could be written'));

  it('E12 records a program that has a debugger port of its own', async () => {
    const { manifest } = await recordFile(copy('normal.cjs'), { env: { NODE_OPTIONS: '--inspect=127.0.0.1:0' } });
    assert.deepEqual([manifest?.exitCode, manifest?.profiles.length], [4, 1]);
  });

  it('C3 runs a file whose name looks like an option', async () => {
    const file = copy('normal.cjs', '--eval=1.cjs');
    assert.equal((await recordFile(file)).manifest?.exitCode, 4);
  });

  it('C4 gives the program the variables of the request and no others of ours but two', async () => {
    const file = join(home, 'variables.cjs');
    const added = 'Object.keys(process.env).filter((name) => !(name in JSON.parse(process.env.BEFORE))).sort().join()';
    writeFileSync(file, `process.exitCode = ${added} === "ANSWER,BEFORE,FLAMELINE_PROBE,NODE_OPTIONS" ? 0 : 1`);
    const { NODE_OPTIONS, ...before } = process.env;
    assert.equal(NODE_OPTIONS, undefined);
    assert.equal((await recordFile(file, { env: { ANSWER: '42', BEFORE: JSON.stringify(before) } })).manifest?.exitCode, 0);
  });

  it('C5 keeps the NODE_OPTIONS the program would have had', async () => {
    const file = join(home, 'options.cjs');
    const preload = copy('empty.cjs', 'pre load.cjs');
    writeFileSync(file, 'process.exitCode = process.execArgv.length === 0 && require.cache[process.env.PRE] ? 0 : 1');
    const env = { PRE: preload, NODE_OPTIONS: `--require "${preload}" --max-http-header-size=9000` };
    assert.equal((await recordFile(file, { env })).manifest?.exitCode, 0);
  });

  it('says that the permission model forbids profiling', async () => {
    const problem = await problemOf(recordFile(copy('normal.cjs'), { env: { NODE_OPTIONS: '--permission' } }));
    assert.equal(problem.code, 'permission-denied');
  });

  itOnPosix('F1 says that the disk has no room for the recording', async () => {
    const { child } = recordInChild({ file: copy('normal.cjs') }, ['/bin/sh', '-c', 'ulimit -f 0; exec "$0" "$@"']);
    let text = '';
    child.stderr.on('data', (data: Buffer) => (text += data.toString()));
    await new Promise((done) => child.once('close', done));
    assert.match(text, /The recording can't be stored \(EFBIG\)/);
  });

  it("F2 says that the store can't be written", async () => {
    writeFileSync(store, '');
    const problem = await problemOf(recordFile(copy('normal.cjs')));
    assert.deepEqual(problem, { code: 'store-unwritable', message: "The recording can't be stored (ENOTDIR)", file: store });
  });

  it('F3 two runs at once keep two recordings', async () => {
    const file = copy('normal.cjs');
    const both = await Promise.all([recordFile(file), recordFile(file)]);
    assert.notEqual(both[0].path, both[1].path);
    assert.equal((await listRecordings(store)).length, 2);
  });

  it('F6 measures the run by the steady clock', async () => {
    const { now } = Date;
    const onPhase = () => {
      Date.now = () => now() + 86_400_000;
    };
    try {
      const { manifest } = await recordFile(copy('normal.cjs'), { onPhase });
      assert.ok(Number(manifest?.durationMs) < 60_000);
    } finally {
      Date.now = now;
    }
  });

  it('F5 tells which file was edited during the run', async () => {
    const file = copy('edit-itself.cjs');
    const { manifest, analysis } = await recordFile(file);
    assert.deepEqual(manifest?.problems, [{ code: 'edited-during-run', message: 'The file was edited during the run: its lines may have moved', file }]);
    assert.deepEqual(codes(analysis.problems), ['edited-during-run']);
  });

  const recordInChild = (request: object, [wrapper = process.execPath, ...before]: readonly string[] = []) => {
    const result = join(home, 'result.json');
    const own = wrapper === process.execPath ? [] : [...before, process.execPath];
    const child = spawn(wrapper, [...own, join(import.meta.dirname, 'record-child.ts'), JSON.stringify({ store, nodePath: nodeBinary(24), stdout: 'stdout', ...request }), result], { stdio: 'pipe' });
    return { child, result: () => JSON.parse(readFileSync(result, 'utf8')) as { readonly exitCode: number } };
  };

  it('E11 gives the program our own input, and its output to the stream that was asked for', async () => {
    for (const stdout of ['stdout', 'stderr'] as const) {
      const { child, result } = recordInChild({ file: copy('echo-input.cjs'), stdout });
      let text = '';
      child[stdout].on('data', (data: Buffer) => (text += data.toString()));
      child.stdin.end('typed');
      await new Promise((done) => child.once('close', done));
      assert.equal(text, 'typed');
      assert.equal(result().exitCode, 0);
    }
  });

  itOnPosix('F4 ends what a killed command left running and keeps a partial recording of it', async () => {
    const { child } = recordInChild({ file: copy('family.cjs') });
    const pids = await stopWhenJoined(new AbortController(), 3);
    child.kill('SIGKILL');
    // Not `close`: the program that is left holds the pipes.
    await new Promise((done) => child.once('exit', done));
    assert.deepEqual(await listRecordings(store), []);
    assert.equal(pids.filter(isAlive).length, 3);
    await sweepOrphans(store);
    await until('all have ended', () => pids.every((pid) => !isAlive(pid)));
    const [{ manifest }] = await listRecordings(store);
    assert.deepEqual([manifest?.partial, manifest?.profiles.length, basename(manifest?.file ?? '')], [true, 3, 'family.cjs']);
    assert.equal(manifest?.reason, 'the window or command that recorded it ended first');
  });

  it('F4 leaves a run alone whose window lives', async () => {
    const stop = new AbortController();
    const running = recordFile(copy('stubborn.cjs'), { stop: stop.signal });
    await until('it runs', () => existsSync(store) && readdirSync(store).length > 1);
    await sweepOrphans(store);
    await stopWhenJoined(stop, 1);
    assert.equal((await running).manifest?.reason, 'it was stopped');
  });
});
