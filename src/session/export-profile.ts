import { resolve } from 'node:path';
import { isExportAnswer, workerMethods } from '../protocol/worker.ts';
import type { ExportFormat } from '../protocol/profile-page.ts';
import { type AskOptions, askThread } from './ask-thread.ts';
import { SessionError } from './types.ts';

export interface ExportOptions extends Omit<AskOptions, 'file'> {
  /** Absolute folders below which sources and maps may be read. */
  readonly roots?: readonly string[];
  /** Absolute; a page names files inside it relative to it. */
  readonly cwd: string;
}

/** A recording's folder or a profile file in another format, as the bytes of a file. Rejects with a `SessionError` when it can't be read. */
export async function exportProfile(path: string, format: ExportFormat, { roots = [], cwd, ...options }: ExportOptions): Promise<Uint8Array> {
  const file = resolve(path);
  const request = { paths: [file], roots, columns: true, format, cwd };
  const answer = await askThread((peer) => peer.request(workerMethods.exportProfile, request, isExportAnswer), { ...options, file });
  if (!answer.ok) throw new SessionError(answer.problem);
  return answer.bytes;
}
