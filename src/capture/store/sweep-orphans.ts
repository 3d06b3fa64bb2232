import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcessTree } from '../launch/end-process-tree.ts';
import { pullProfiles } from '../launch/end-run.ts';
import { isAlive } from '../launch/process-identity.ts';
import { describeRunProblems } from './describe-run-problems.ts';
import { finishManifest } from './finish-manifest.ts';
import { readRawFiles } from './raw-files.ts';
import { listRecordingNames, manifestFile } from './recording-folder.ts';
import { deleteRecording } from './recordings.ts';
import { isSameProcess, readRunRecord, removeRunFiles, type RunRecord } from './run-record.ts';
import { writeJson } from './write-json.ts';

const graceMs = 3000;
/** A folder without anything readable in it may be one that another window has just made. */
const youngMs = 60 * 60 * 1000;

const exists = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

/** The program is ours when its pid *and* its start are the recorded ones; its profile is pulled before it is signalled. */
const endProgram = async (folder: string, { program }: RunRecord): Promise<void> => {
  if (program === null || !(await isSameProcess(program))) return;
  await pullProfiles(folder);
  endProcessTree(program.pid, false);
  const deadline = performance.now() + graceMs;
  while (isAlive(program.pid) && performance.now() < deadline) await delay(50);
  if (await isSameProcess(program)) endProcessTree(program.pid, true);
};

/** Ends what the run left behind and makes a partial recording of it, or removes a folder that holds no profile. */
const finish = async (folder: string, run: RunRecord): Promise<void> => {
  await endProgram(folder, run);
  const raw = await readRawFiles(folder, run.program?.pid);
  if (raw.threads.length === 0) {
    await deleteRecording(folder);
    return;
  }
  const durationMs = Math.max(...raw.threads.map(({ facts }) => facts?.durationMs ?? 0));
  const cutShort = 'the window or command that recorded it ended first';
  const problems = describeRunProblems(raw, isAlive);
  await writeJson(join(folder, manifestFile), finishManifest(run.manifest, raw, { durationMs, exitCode: null, signal: null, cutShort, problems }));
  await removeRunFiles(folder);
};

const isForgotten = async (folder: string): Promise<boolean> => {
  const { mtimeMs } = await stat(folder);
  return Date.now() - mtimeMs > youngMs && (await readdir(folder)).every((name) => !name.endsWith('.cpuprofile'));
};

/** Finishes the runs whose window or command is gone. Runs of windows that live are left alone. */
export const sweepOrphans = async (store: string): Promise<void> => {
  for (const name of await listRecordingNames(store)) {
    const folder = join(store, name);
    if (await exists(join(folder, manifestFile))) continue;
    const run = await readRunRecord(folder);
    if (run === null) {
      if (await isForgotten(folder)) await deleteRecording(folder);
    } else if (!(await isSameProcess(run.owner))) {
      await finish(folder, run);
    }
  }
};
