import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, readProcessStart } from '../launch/process-identity.ts';
import { controlFiles } from '../../protocol/probe.ts';
import { isManifest } from './check-manifest.ts';
import type { RecordingManifest } from './manifest.ts';
import { isRecord } from '../../protocol/guards.ts';

/** A process for good: the system gives a pid again, but not with the same start. */
export interface ProcessName {
  readonly pid: number;
  /** As `readProcessStart` says it. */
  readonly started: string;
}

/** `run.json`: written before the program starts, so that a crash of ours leaves a trace of what was started. */
export interface RunRecord {
  readonly version: number;
  /** The window or command that records. */
  readonly owner: ProcessName;
  /** `null` until it has started. */
  readonly program: ProcessName | null;
  /** What `recording.json` will say, as far as it is known. */
  readonly manifest: RecordingManifest;
}

export const runFile = 'run.json';
export const runVersion = 1;

export const isSameProcess = async ({ pid, started }: ProcessName): Promise<boolean> =>
  isAlive(pid) && started !== '' && (await readProcessStart(pid)) === started;

const isProcessName = (value: unknown): value is ProcessName =>
  isRecord(value) && Number.isInteger(value['pid']) && typeof value['started'] === 'string';

const isRunRecord = (value: unknown): value is RunRecord =>
  isRecord(value) &&
  value['version'] === runVersion &&
  isProcessName(value['owner']) &&
  (value['program'] === null || isProcessName(value['program'])) &&
  isManifest(value['manifest']);

/** `null` when there is none, or none that can be read. */
export const readRunRecord = async (folder: string): Promise<RunRecord | null> => {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, runFile), 'utf8'));
    return isRunRecord(value) ? value : null;
  } catch {
    return null;
  }
};

/** What only a run that goes on needs. */
export const removeRunFiles = async (folder: string): Promise<void> => {
  const commands: readonly string[] = [runFile, ...Object.values(controlFiles)];
  const names = (await readdir(folder)).filter((name) => commands.includes(name) || name.endsWith('.live'));
  for (const name of names) await rm(join(folder, name), { force: true });
};
