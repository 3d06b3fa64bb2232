import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { ScanResult } from '../core/model/finding.ts';
import { isScanProgress, isScanResult, workerHostMethods, workerMethods } from '../protocol/worker.ts';
import type { ScanProgress } from '../protocol/worker.ts';
import { withAnalysisThread } from './analysis-thread.ts';
import { sayStopped } from './ask-thread.ts';
import { describeIoError } from './describe-io-error.ts';
import { isSource } from './scan-walk.ts';
import { SessionError } from './types.ts';

export interface ScanOptions {
  /** The folder the paths are relative to when all lie in it; else their nearest common folder is the root. */
  readonly cwd: string;
  /** Ids of rules; empty = all. */
  readonly rules?: readonly string[];
  /** Aborting it ends the scan at once and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** About ten times a second; the first finding is told at once. All findings are told, those over the result's limit too. */
  readonly onProgress?: (progress: ScanProgress) => void;
}

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

const folderOf = (path: string): string => {
  try {
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    throw new SessionError({ code: 'unreadable', message: describeIoError(error), file: path });
  }
  if (!isSource(path)) throw new SessionError({ code: 'no-source', message: 'It is no JavaScript or TypeScript that could be scanned', file: path });
  return resolve(path, '..');
};

const rootOf = (cwd: string, paths: readonly string[]): string => {
  const folders = paths.map(folderOf);
  if (paths.every((path) => isInside(cwd, path))) return cwd;
  return folders.reduce((common, folder) => {
    let root = common;
    while (!isInside(root, folder)) root = resolve(root, '..');
    return root;
  });
};

/** Looks through folders and files without running anything. A path that can't be read is a `SessionError`. */
export const scan = async (paths: readonly string[], { cwd, rules = [], signal, onProgress }: ScanOptions): Promise<ScanResult> => {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  const root = rootOf(cwd, absolute);
  const wanted = absolute.map((path) => relative(root, path).split(sep).join('/'));
  const hears = new Map([[workerHostMethods.scanProgress, (params: unknown): void => { if (isScanProgress(params)) onProgress?.(params); }]]);
  try {
    return await withAnalysisThread((peer) => peer.request(workerMethods.scan, { root, paths: wanted, rules }, isScanResult), signal, hears);
  } catch (error) {
    throw sayStopped(error);
  }
};
