import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ScanResult } from '../../core/model/finding.ts';
import { isScanProgress, isScanResult, workerHostMethods, workerMethods } from '../../protocol/worker.ts';
import type { ScanProgress, ScanRequest } from '../../protocol/worker.ts';
import { startThread } from '../analysis-thread.ts';
import { sayStopped } from '../ask-thread.ts';
import { describeIoError } from '../describe-io-error.ts';
import { configName } from '../../core/config/config-schema.ts';
import { readConfigFile } from './read-config-file.ts';
import { isSource } from './scan-walk.ts';
import { SessionError } from '../types.ts';

export interface ScanOptions {
  /** The folder the paths are relative to, and the root when they lie in it and it belongs to a project; else the root is the project around them. */
  readonly cwd: string;
  /** The root, when it is known: a folder of an editor's workspace. */
  readonly root?: string;
  /** Ids of rules; empty = all. */
  readonly rules?: readonly string[];
  /** Each finding is given the edits that take it away, where there are safe ones. */
  readonly fixes?: boolean;
  /** Absolute folder to keep facts in between scans, never one inside the root; without it every scan begins cold. */
  readonly factsFolder?: string | null;
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
    accessSync(path, constants.R_OK);
    if (statSync(path).isDirectory()) return path;
  } catch (error) {
    throw new SessionError({ code: 'unreadable', message: describeIoError(error), file: path });
  }
  if (!isSource(path)) throw new SessionError({ code: 'no-source', message: 'It is no JavaScript or TypeScript that could be scanned', file: path });
  return resolve(path, '..');
};

/** The folders from this one up to the disk's root, itself first. */
const upwards = (folder: string): string[] => (dirname(folder) === folder ? [folder] : [folder, ...upwards(dirname(folder))]);

const isProject = (folder: string): boolean => ['package.json', '.git'].some((name) => existsSync(join(folder, name)));

/** Calls are followed within the root: the working directory when that lies in a project, else the widest project around what is named. */
const rootOf = (cwd: string, paths: readonly string[]): string => {
  const folders = paths.map(folderOf);
  const common = folders.reduce((shared, folder) => upwards(shared).find((above) => isInside(above, folder)) ?? shared);
  if (!isInside(cwd, common)) return common;
  if (upwards(cwd).some(isProject)) return cwd;
  return upwards(common).filter((folder) => isInside(cwd, folder)).findLast(isProject) ?? common;
};

/** A scan that went by half of what the project says would call things clean that are not. */
const refuseWrongConfig = (root: string): void => {
  const [first, ...others] = readConfigFile(root).problems;
  if (!first) return;
  const more = others.length > 0 ? `; ${others.length} more ${others.length === 1 ? 'is' : 'are'} wrong` : '';
  throw new SessionError({ code: 'bad-config', message: `${first.message}${more}`, file: join(root, configName), ...(first.field !== '' && { field: first.field }) });
};

/** Looks through folders and files without running anything. A path that can't be read is a `SessionError`. */
export const scan = async (paths: readonly string[], { cwd, root: known, rules = [], fixes = false, factsFolder = null, signal, onProgress }: ScanOptions): Promise<ScanResult> => {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  const found = rootOf(cwd, absolute);
  const root = known ?? found;
  refuseWrongConfig(root);
  const wanted = absolute.map((path) => relative(root, path).split(sep).join('/'));
  const tell = tellOnce(onProgress ?? (() => undefined));
  return scanWithin(heapsMb, { root, paths: wanted, rules, fixes, factsFolder }, tell, signal);
};

/** A scan that fills the first heap, MB, begins again with the second; most never do, and a small heap keeps the process small. */
const heapsMb: readonly number[] = [1024, 4096];

/** Runs a scan in a thread of its own. */
export const scanWithin = async ([heapMb, ...larger]: readonly number[], request: ScanRequest, tell: (progress: ScanProgress) => void, signal?: AbortSignal): Promise<ScanResult> => {
  signal?.throwIfAborted();
  const thread = startThread(heapMb);
  thread.hears.set(workerHostMethods.scanProgress, (params) => { if (isScanProgress(params)) tell(params); });
  const abort = (): void => thread.end('The scan was cancelled.');
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await thread.peer.request(workerMethods.scan, request, isScanResult);
  } catch (error) {
    signal?.throwIfAborted();
    if (thread.isFull() && larger.length > 0) return await scanWithin(larger, request, tell, signal);
    throw sayStopped(error);
  } finally {
    signal?.removeEventListener('abort', abort);
    thread.end('The scan is done.');
  }
};

/** A scan that begins again finds again what was told before. */
export const tellOnce = (tell: (progress: ScanProgress) => void): ((progress: ScanProgress) => void) => {
  const told = new Set<string>();
  return (progress) => {
    const findings = progress.findings.filter(({ rule, file, line, column }) => {
      const before = told.size;
      return told.add(`${rule}\0${file}\0${line}\0${column}`).size > before;
    });
    tell({ ...progress, findings });
  };
};
