import { resolve } from 'node:path';
import { isReadAnswer, workerMethods } from '../protocol/worker.ts';
import type { ReadAnswer } from '../protocol/worker.ts';
import { isManifest } from '../capture/store/check-manifest.ts';
import { type AskOptions, askThread } from './ask-thread.ts';
import { SessionError } from './types.ts';
import type { Analysis, OpenedFlame, OpenedRecording, Problem, RecordingManifest } from './types.ts';

export interface OpenOptions extends Omit<AskOptions, 'file'> {
  /** Absolute folders below which sources and maps may be read. */
  readonly roots?: readonly string[];
  /** In place of the folder's own, for a run that is not over yet. */
  readonly manifest?: RecordingManifest;
}

/** Several inputs as one result; `failures` tells the ones left out. */
export interface MergedRecordings {
  /** `null` when nothing could be read. */
  readonly analysis: Analysis | null;
  /** `path` as it was asked for. */
  readonly failures: readonly { readonly path: string; readonly problem: Problem }[];
  /** Of the first recording that says. */
  readonly nodeVersion: string;
}

/** Reads a recording's folder or a lone `.cpuprofile`. Rejects with a `SessionError` when it can't be read. */
export async function openRecording(path: string, options: OpenOptions = {}): Promise<OpenedRecording> {
  const absolute = resolve(path);
  const { analysis, inputs } = await read([absolute], options);
  const [input] = inputs;
  if (!input.ok) throw new SessionError(input.problem);
  if (!analysis) throw new Error('A recording was read without a result.');
  return { path: absolute, manifest: isManifest(input.manifest) ? input.manifest : null, analysis };
}

/** Reads what `openRecording` reads, once, for a viewer: with the columns it draws. */
export async function openFlame(path: string, options: OpenOptions = {}): Promise<OpenedFlame> {
  const absolute = resolve(path);
  const { analysis, data, inputs: [input] } = await read([absolute], options, true);
  if (!input.ok) throw new SessionError(input.problem);
  if (!analysis || !data) throw new SessionError({ code: 'no-profile', message: 'The recording holds no profile that can be read', file: absolute });
  return { path: absolute, manifest: isManifest(input.manifest) ? input.manifest : null, analysis, data };
}

/** Reads several and merges them: functions and lines are added up over all of them. */
export async function openRecordings(paths: readonly string[], options: OpenOptions = {}): Promise<MergedRecordings> {
  const { analysis, inputs } = await read(paths.map((path) => resolve(path)), options);
  return {
    analysis,
    failures: inputs.flatMap((input, index) => (input.ok ? [] : [{ path: paths[index], problem: input.problem }])),
    nodeVersion: inputs.flatMap((input) => (input.ok && isManifest(input.manifest) ? [input.manifest.nodeVersion] : []))[0] ?? '',
  };
}

function read(paths: readonly string[], { roots = [], manifest, ...options }: OpenOptions, columns = false): Promise<ReadAnswer> {
  const request = { paths, roots, columns, ...(manifest && { manifest }) };
  return askThread((peer) => peer.request(workerMethods.readRecordings, request, isReadAnswer), { ...options, ...(paths.length === 1 && { file: paths[0] }) });
}
