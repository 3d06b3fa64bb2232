import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { analyze } from '../core/model/analyze.ts';
import type { ReadAnswer, ReadRequest } from '../protocol/worker.ts';
import { readProfile } from './read-profile.ts';
import type { ReadPath } from './read-profile.ts';
import { readRecordingFolder } from './read-recording-folder.ts';

/** Runs in the analysis thread: reads, locates and merges. What can't be read is told by path and leaves the rest alone. */
export async function readRecordings({ paths, roots, manifest }: ReadRequest): Promise<ReadAnswer> {
  const read: ReadPath[] = [];
  for (const path of paths) {
    read.push(await (isFolder(path) ? readRecordingFolder(path, roots, manifest) : readLoneFile(path, roots)));
  }
  const good = read.filter(({ input }) => input.ok);
  return {
    analysis: good.length === 0 ? null : analyze(good.flatMap(({ recordings }) => recordings), good.flatMap(({ problems }) => problems)),
    inputs: read.map(({ input }) => input),
  };
}

/** What can't be looked at is left to the reading, which says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

async function readLoneFile(path: string, roots: readonly string[]): Promise<ReadPath> {
  const read = await readProfile(path, null, roots);
  if (!read.ok) return { input: { ok: false, problem: read.problem }, recordings: [], problems: [] };
  const unknown = { pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
  return { input: { ok: true, manifest: null }, recordings: [{ located: read.located, summary: { label: basename(path), ...unknown } }], problems: read.problems };
}
