import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findManifestFault, isManifest } from '../capture/store/check-manifest.ts';
import { endReasons } from '../capture/store/end-reasons.ts';
import type { RecordingManifest } from '../capture/store/manifest.ts';
import type { Problem } from '../core/model/problem.ts';
import type { RecordingFacts } from '../core/model/summarize-profile.ts';
import { isSidecar } from '../protocol/is-sidecar.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';
import { describeIoError } from './describe-io-error.ts';
import { estimateOverhead } from './estimate-overhead.ts';
import type { ReadChunk } from './read-profile-file.ts';
import { readProfile } from './read-profile.ts';
import type { LocatedRecording, ReadPath } from './read-profile.ts';

/** Reads a recording's folder: its manifest (or the given one), every profile the manifest lists, and their sidecars. A profile that can't be read is a problem of the rest. */
export async function readRecordingFolder(folder: string, roots: readonly string[], given?: unknown, readChunk?: ReadChunk): Promise<ReadPath> {
  const manifest = readManifest(folder, given);
  if ('code' in manifest) return { input: { ok: false, problem: manifest }, recordings: [], problems: [] };
  const recordings: LocatedRecording[] = [];
  const problems: Problem[] = [...manifest.problems];
  for (const [index, { profile, sidecar: sidecarName }] of manifest.profiles.entries()) {
    const sidecar = sidecarName === '' ? null : readSidecar(join(folder, sidecarName));
    const facts = factsOf(manifest, sidecar, index === 0);
    const read = await readProfile(join(folder, profile), sidecar, roots.length > 0 ? roots : [manifest.cwd], readChunk);
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    const [{ located }] = read.threads;
    const overheadShare = sidecar && estimateOverhead(sidecar, located.profile);
    recordings.push({ located, summary: { ...facts, overheadShare } });
    problems.push(...read.problems);
  }
  return { input: { ok: true, manifest }, recordings, problems };
}

function readManifest(folder: string, given: unknown): RecordingManifest | Problem {
  const file = join(folder, 'recording.json');
  let value: unknown = given;
  try {
    value ??= JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return { code: 'not-json', message: 'The manifest is not JSON', file };
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { code: 'no-recording', message: missing ? 'The folder is no recording: it has no recording.json' : describeIoError(error), file: missing ? folder : file };
  }
  if (isManifest(value)) return value;
  const field = findManifestFault(value) ?? '';
  if (field === 'version') return { code: 'newer-version', message: 'The recording was made by a newer Flameline; update it to open this', file, field };
  return { code: 'bad-field', message: 'The manifest has a field that is missing or of the wrong kind', file, field };
}

function readSidecar(path: string): ProbeSidecar | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isSidecar(value) ? value : null;
  } catch {
    return null;
  }
}

/** The program's exit is the first profile's; of its children and workers only the probe's word is known. */
function factsOf(manifest: RecordingManifest, sidecar: ProbeSidecar | null, first: boolean): RecordingFacts {
  const ownReason = sidecar ? endReasons[sidecar.reason] : '';
  const partial = first ? manifest.partial : ownReason !== '';
  return {
    label: first ? manifest.label : (sidecar?.label ?? manifest.label),
    pid: sidecar?.pid ?? null,
    threadId: sidecar?.threadId ?? null,
    intervalUs: sidecar?.intervalUs ?? manifest.intervalUs,
    overheadShare: null,
    partial,
    reason: first ? manifest.reason : ownReason,
    exitCode: first ? manifest.exitCode : null,
    signal: first ? manifest.signal : (sidecar?.signal ?? null),
  };
}
