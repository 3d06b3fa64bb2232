import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { createProfileReader } from '../core/formats/detect.ts';
import type { FormatReader, ReadProfiles } from '../core/formats/format-reader.ts';
import type { Problem } from '../core/model/problem.ts';
import { describeIoError } from './describe-io-error.ts';
import { unzip } from './unzip.ts';

/** The reader copies what it keeps, so the pieces of one buffer are read again and again. */
const chunkBytes = 256 * 1024;

/** Fills the chunk from the open file; how many bytes, 0 at its end. */
export type ReadChunk = (file: number, chunk: Uint8Array) => number;

/**
 * Reads a profile of any known format in pieces, so its size is bounded by what it says, not by the longest string; gzip is
 * unpacked on the way. It runs in a thread that is terminated to cancel it. Every problem carries the path as its `file`.
 */
export async function readProfileFile(path: string, readChunk: ReadChunk = readSync): Promise<ReadProfiles> {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK opening a pipe waits until somebody writes to it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readOpenFile(file, path, readChunk);
  } catch (error) {
    return refuse({ code: 'unreadable', message: describeIoError(error), file: path });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

async function readOpenFile(file: number, path: string, readChunk: ReadChunk): Promise<ReadProfiles> {
  const before = fstatSync(file);
  if (!before.isFile()) return refuse({ code: 'unreadable', message: before.isDirectory() ? 'It is a folder' : 'It is no regular file', file: path });
  const reader = createProfileReader();
  const fault = await pass(readChunks(file, readChunk), reader);
  const after = fstatSync(file);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    return refuse({ code: 'changed-while-reading', message: 'The file changed while it was read; open it again when it is complete', file: path });
  }
  if (!statSync(path, { throwIfNoEntry: false })) {
    return refuse({ code: 'changed-while-reading', message: 'The file was deleted while it was read', file: path });
  }
  if (fault !== null && fault.code !== 'truncated') return refuse({ ...fault, file: path });
  const parsed = reader.end(fault !== null);
  if (!parsed.ok) return refuse({ ...parsed.problem, file: path });
  const problems = fault === null || parsed.problems.some(({ code }) => code === fault.code) ? parsed.problems : [fault, ...parsed.problems];
  return { ...parsed, problems: problems.map((problem) => ({ ...problem, file: path })) };
}

/** Gives the file to the reader, unpacked; what was wrong with its packing. */
async function pass(chunks: Generator<Uint8Array>, reader: FormatReader): Promise<Problem | null> {
  const first = chunks.next();
  if (first.done) return null;
  const [one, two] = first.value;
  if (one === 0x1f && two === 0x8b) return unzip(copies(first.value, chunks), (piece) => reader.push(piece));
  reader.push(first.value);
  for (const chunk of chunks) reader.push(chunk);
  return null;
}

function* readChunks(file: number, readChunk: ReadChunk): Generator<Uint8Array> {
  const chunk = new Uint8Array(chunkBytes);
  for (let count = readChunk(file, chunk); count > 0; count = readChunk(file, chunk)) yield chunk.subarray(0, count);
}

/** Unpacking looks at a piece while the next one is read. */
function* copies(first: Uint8Array, chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield first.slice();
  for (const chunk of chunks) yield chunk.slice();
}

const refuse = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
