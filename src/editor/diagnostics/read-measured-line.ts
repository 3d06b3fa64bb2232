import { readFile, stat } from 'node:fs/promises';
import { hashSource } from '../../session/index.ts';
import type { OpenedRecording } from '../../session/index.ts';
import { fileKey } from '../decorations/index-heat.ts';
import { isNewerThanRun } from '../decorations/is-newer-than-run.ts';

/** A file larger than this is not read to underline a name in it, bytes. */
const largestFile = 4_000_000;

/** A line (1-based) of a file that is not open; `null` when the file is not what was measured, or can't be read. */
export async function readMeasuredLine(file: string, line: number, opened: OpenedRecording): Promise<string | null> {
  try {
    if ((await stat(file)).size > largestFile) return null;
    const bytes = await readFile(file);
    const recorded = opened.manifest?.sources.find((source) => fileKey(source.file) === fileKey(file));
    if (recorded ? recorded.sha256 !== hashSource(bytes) : await isNewerThanRun(file, opened)) return null;
    return bytes.toString('utf8').split(/\r\n|\n|\r/)[line - 1] ?? null;
  } catch {
    return null;
  }
}
