import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endLeftovers, startRecording, stopRun } from '../capture/launch/end-run.ts';
import type { ProcessExit, ProcessRequest, RunningProcess } from '../capture/launch/process-host.ts';
import { isAlive, readOwnStart, readProcessStart } from '../capture/launch/process-identity.ts';
import { describeRunProblems } from '../capture/store/describe-run-problems.ts';
import { finishManifest } from '../capture/store/finish-manifest.ts';
import { type RawFiles, readRawFiles } from '../capture/store/raw-files.ts';
import { readGitState } from '../capture/store/read-git-state.ts';
import type { RecordingManifest } from '../capture/store/manifest.ts';
import { createRecordingFolder, manifestFile, nameRecording } from '../capture/store/recording-folder.ts';
import { removeRunFiles, runFile, type RunRecord, runVersion } from '../capture/store/run-record.ts';
import { writeJson } from '../capture/store/write-json.ts';
import { describeLoss } from './describe-loss.ts';
import { findShortProfile } from './find-short-profile.ts';
import { finishAnalysis } from './finish-analysis.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { type ReadAhead, readAhead } from './read-ahead.ts';
import { showEarly } from './show-early.ts';
import { type OpenedRecording, type RecordPhase, type RecordRequest, SessionError } from './types.ts';

/** How a run went, before its files are looked at. */
interface FinishedRun extends ProcessExit {
  readonly pid: number | undefined;
  readonly stopped: boolean;
  readonly durationMs: number;
  /** As it was when the program started. */
  readonly git: RecordingManifest['git'];
}

/**
 * Runs a program, keeps its profiles in a new folder of the store and reads them. Rejects with a `SessionError` when the
 * program can't be run or left no profile; a run that failed or was stopped is a result like any other.
 */
export const record = (request: RecordRequest): Promise<OpenedRecording> =>
  recordInto(request).catch((error: unknown) => refuseStore(error, request.store));

const recordInto = async (request: RecordRequest): Promise<OpenedRecording> => {
  request.onPhase?.('starting');
  const startedAt = new Date();
  const id = nameRecording(startedAt);
  const prepared = await prepareRun(request, startedAt, id);
  const folder = await createRecordingFolder(request.store, id);
  const ahead = readAhead(prepared, folder);
  let kept = false;
  try {
    const finished = await run(request, prepared, folder, ahead);
    const raw = await readRawFiles(folder, finished.pid);
    if (raw.threads.length === 0) throw new SessionError(describeLoss(raw, finished));
    kept = true;
    const opened = await keep(prepared, folder, raw, finished, ahead);
    await removeRunFiles(folder);
    return opened;
  } finally {
    ahead.close();
    if (!kept) await rm(folder, { recursive: true, force: true });
  }
};

/** A disk that is full or read-only is the user's to know, not a defect. */
const storeErrors = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENOTDIR', 'ENOENT', 'EFBIG', 'EEXIST', 'EIO']);

const refuseStore = (error: unknown, file: string): never => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!storeErrors.has(code)) throw error;
  throw new SessionError({ code: 'store-unwritable', message: `The recording can't be stored (${code})`, file });
};

const run = async (request: RecordRequest, prepared: PreparedRun, folder: string, ahead: ReadAhead): Promise<FinishedRun> => {
  const { manifest } = prepared;
  const owner = { pid: process.pid, started: await readOwnStart() };
  const runRecord: RunRecord = { version: runVersion, owner, program: null, manifest };
  await writeJson(join(folder, runFile), runRecord);
  const startedMs = performance.now();
  const running = await startProgram(request, prepared.request(folder));
  const { pid } = running;
  const git = readGitState(manifest.cwd);
  const lifetime = followRun(request, running, folder);
  const describeEnd = async (exit: ProcessExit, endedMs: number): Promise<FinishedRun> =>
    ({ ...exit, pid, stopped: request.stop?.aborted ?? false, durationMs: endedMs - startedMs, git: await git });
  const early = showEarly(request, { folder, pid }, async (raw, endedMs) => keep(prepared, folder, raw, await describeEnd({ code: null, signal: null }, endedMs), ahead));
  if (pid !== undefined) await writeJson(join(folder, runFile), { ...runRecord, program: { pid, started: await readProcessStart(pid) } });
  const exit = await running.exited;
  const endedMs = await early.end();
  await lifetime.end();
  if (!early.shown) request.onPhase?.('reading');
  return describeEnd(exit, endedMs);
};

const startProgram = async ({ host }: RecordRequest, request: ProcessRequest): Promise<RunningProcess> => {
  try {
    return await host(request);
  } catch (error) {
    if (error instanceof SessionError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SessionError({ code: 'not-started', message: `Node.js could not be started (${reason})`, file: request.executable });
  }
};

/** Tells the phases, and stops the run when asked to. `end` settles what is left when the program has ended. */
const followRun = ({ onPhase, stop, waitForStart, delayMs }: RecordRequest, running: RunningProcess, folder: string) => {
  const state = { over: false };
  let stopping: Promise<void> | null = null;
  const tell = (phase: RecordPhase): void => {
    if (!state.over && stopping === null) onPhase?.(phase);
  };
  const onStop = (): void => {
    tell('stopping');
    stopping = stopRun(folder, running);
  };
  tell(waitForStart || delayMs ? 'waiting' : 'recording');
  const timer = delayMs && !waitForStart ? setTimeout(() => tell('recording'), delayMs) : undefined;
  void waitForStart?.then(async () => {
    if (state.over) return;
    await startRecording(folder);
    tell('recording');
  });
  if (stop?.aborted) onStop();
  else stop?.addEventListener('abort', onStop, { once: true });
  return {
    async end(): Promise<void> {
      state.over = true;
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
      await (stopping ?? endLeftovers(folder, running));
    },
  };
};

/** Writes the manifest, reads the recording, then adds what only the result tells: its sources and their state. */
const keep = async ({ manifest }: PreparedRun, folder: string, raw: RawFiles, run: FinishedRun, ahead: ReadAhead): Promise<OpenedRecording> => {
  const { durationMs, code: exitCode, signal, stopped, git } = run;
  const problems = describeRunProblems(raw, isAlive);
  const cutShort = stopped ? 'it was stopped' : '';
  const written = { ...finishManifest(manifest, raw, { durationMs, exitCode, signal, cutShort, problems }), git };
  await writeJson(join(folder, manifestFile), written);
  const { analysis: read, hashed } = await ahead.read(raw);
  const analysis = finishAnalysis(read, written);
  const late = [...hashed.problems, ...findShortProfile(analysis, raw.threads[0].facts, durationMs)];
  const final = { ...written, sources: hashed.sources, problems: [...problems, ...late] };
  await writeJson(join(folder, manifestFile), final);
  return { path: folder, manifest: final, analysis: { ...analysis, problems: [...analysis.problems, ...late] } };
};
