import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { createCpuProfileReader } from '../core/formats/cpuprofile/index.ts';
import type { Parsed, Problem } from '../core/model/problem.ts';
import type { Profile } from '../core/model/profile.ts';
import { describeIoError } from './describe-io-error.ts';

/** One buffer is read again and again: the reader copies what it keeps. */
const chunkBytes = 256 * 1024;

/** Fills the chunk from the open file; how many bytes, 0 at its end. */
export type ReadChunk = (file: number, chunk: Uint8Array) => number;

/**
 * Reads a `.cpuprofile` in pieces, so its size is bounded by what it says, not by the longest string. Synchronous: it runs in a
 * thread that is terminated to cancel it. Every problem carries the path as its `file`.
 */
export function readProfileFile(path: string, readChunk: ReadChunk = readSync): Parsed<Profile> {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK opening a pipe waits until somebody writes to it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return readOpenFile(file, path, readChunk);
  } catch (error) {
    return refuse({ code: 'unreadable', message: describeIoError(error), file: path });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readOpenFile(file: number, path: string, readChunk: ReadChunk): Parsed<Profile> {
  const before = fstatSync(file);
  if (!before.isFile()) return refuse({ code: 'unreadable', message: before.isDirectory() ? 'It is a folder' : 'It is no regular file', file: path });
  const reader = createCpuProfileReader();
  const chunk = new Uint8Array(chunkBytes);
  for (let count = readChunk(file, chunk); count > 0; count = readChunk(file, chunk)) reader.push(chunk.subarray(0, count));
  const after = fstatSync(file);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    return refuse({ code: 'changed-while-reading', message: 'The file changed while it was read; open it again when it is complete', file: path });
  }
  if (!statSync(path, { throwIfNoEntry: false })) {
    return refuse({ code: 'changed-while-reading', message: 'The file was deleted while it was read', file: path });
  }
  const parsed = reader.end();
  if (!parsed.ok) return refuse({ ...parsed.problem, file: path });
  return { ...parsed, problems: parsed.problems.map((problem) => ({ ...problem, file: path })) };
}

const refuse = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
