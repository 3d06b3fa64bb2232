import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { analyze } from '../core/model/analyze.ts';
import { buildFlameData } from '../core/model/build-flame-data.ts';
import type { ProfileUnit } from '../core/model/profile.ts';
import type { ReadAnswer, ReadInput, ReadProgress, ReadRequest } from '../protocol/worker.ts';
import { countReading } from './count-reading.ts';
import type { ReadChunk } from './read-profile-file.ts';
import { readProfile } from './read-profile.ts';
import type { ReadPath } from './read-profile.ts';
import { readRecordingFolder } from './read-recording-folder.ts';

/** Runs in the analysis thread: reads, locates and merges. What can't be read is told by path and leaves the rest alone. */
export async function readRecordings({ paths, roots, manifest, columns = false }: ReadRequest, tell: (progress: ReadProgress) => void): Promise<ReadAnswer> {
  const read: ReadPath[] = [];
  const readChunk = countReading(paths, tell);
  for (const path of paths) {
    read.push(await (isFolder(path) ? readRecordingFolder(path, roots, manifest, readChunk) : readLoneFile(path, roots, readChunk)));
  }
  const [unit] = read.flatMap(unitsOf);
  const inputs = read.map((one) => (unitsOf(one).every((other) => other === unit) ? one.input : refuseUnit(unit)));
  const good = read.filter((_, index) => inputs[index].ok);
  const recordings = good.flatMap((path) => path.recordings);
  return {
    analysis: good.length === 0 ? null : analyze(recordings, good.flatMap(({ problems }) => problems)),
    data: columns && recordings.length > 0 ? buildFlameData(recordings) : null,
    inputs,
  };
}

const unitsOf = ({ recordings }: ReadPath): ProfileUnit[] => recordings.map(({ located }) => located.profile.unit);

const refuseUnit = (unit: ProfileUnit): ReadInput => ({ ok: false, problem: { code: 'other-unit', message: `It does not count ${unit} as the files before it do; show it by itself` } });

/** What can't be looked at is left to the reading, which says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

async function readLoneFile(path: string, roots: readonly string[], readChunk: ReadChunk): Promise<ReadPath> {
  const read = await readProfile(path, null, roots, readChunk);
  if (!read.ok) return { input: { ok: false, problem: read.problem }, recordings: [], problems: [] };
  const label = (name: string): string => (name === '' ? basename(path) : `${basename(path)} · ${name}`);
  const unknown = { intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
  return { input: { ok: true, manifest: null }, recordings: read.threads.map(({ located, label: name, pid, threadId }) => ({ located, summary: { label: label(name), pid, threadId, ...unknown } })), problems: read.problems };
}
