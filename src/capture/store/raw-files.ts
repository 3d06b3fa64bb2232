import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSidecar } from '../../protocol/is-sidecar.ts';
import { controlFiles, type ProbeSidecar } from '../../protocol/probe.ts';
import type { ManifestProfile } from './manifest.ts';

/** One thread of the run, as its files in the folder tell it. */
export interface RawThread extends ManifestProfile {
  readonly pid: number;
  /** `0` or `w1`, `w2` … */
  readonly thread: string;
  /** `null` when the thread left no readable sidecar. */
  readonly facts: ProbeSidecar | null;
}

export interface RawFiles {
  /** The main process first, the others by pid; a main thread before its workers. */
  readonly threads: readonly RawThread[];
  /** Main threads with a sidecar but no profile: they say why in their notes. */
  readonly silent: readonly ProbeSidecar[];
  /** Processes that joined the run. */
  readonly joined: readonly JoinedProcess[];
  /** More processes came than are profiled. */
  readonly overflowed: boolean;
}

export interface JoinedProcess {
  readonly pid: number;
  /** It has written its files. */
  readonly finished: boolean;
}

const profileName = /^(\d+)-(0|w\d+)-(\d+)\.cpuprofile$/;

const readSidecar = async (file: string): Promise<ProbeSidecar | null> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isSidecar(value) ? value : null;
  } catch {
    return null;
  }
};

const joinedOf = (names: ReadonlySet<string>): JoinedProcess[] =>
  [...names].flatMap((name) => {
    const [, pid, seq] = /^(\d+)-(\d+)\.live$/.exec(name) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), finished: names.has(`${pid}-0-${seq}.json`) }];
  });

/** The processes of a run so far. */
export const listJoined = async (folder: string): Promise<JoinedProcess[]> => joinedOf(new Set(await readdir(folder).catch(() => [])));

/** Whether a worker is known by its account alone: its profile comes when it ends. */
export const hasUnwrittenWorkers = async (folder: string): Promise<boolean> => {
  const names = new Set(await readdir(folder).catch(() => []));
  return [...names].some((name) => /^\d+-w\d+-\d+\.json$/.test(name) && !names.has(name.replace(/json$/, 'cpuprofile')));
};

const compareRanks = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
};

/** Looks through a recording's folder, where the measured program may have written too: only regular files with our names count. */
export const readRawFiles = async (folder: string, mainPid: number | undefined): Promise<RawFiles> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const threads: RawThread[] = [];
  for (const profile of names) {
    const [, pid, thread] = profileName.exec(profile) ?? [];
    if (pid === undefined) continue;
    const sidecar = profile.replace(/cpuprofile$/, 'json');
    const facts = names.has(sidecar) ? await readSidecar(join(folder, sidecar)) : null;
    threads.push({ profile, sidecar: facts === null ? '' : sidecar, pid: Number(pid), thread, facts });
  }
  const silent: ProbeSidecar[] = [];
  for (const name of names) {
    if (!/^\d+-0-\d+\.json$/.test(name) || names.has(name.replace(/json$/, 'cpuprofile'))) continue;
    const facts = await readSidecar(join(folder, name));
    if (facts !== null) silent.push(facts);
  }
  const rank = ({ pid, thread }: RawThread): readonly number[] => [pid === mainPid ? 0 : 1, pid, Number(thread.replace('w', ''))];
  threads.sort((a, b) => compareRanks(rank(a), rank(b)));
  return { threads, silent, joined: joinedOf(names), overflowed: names.has(controlFiles.limit) };
};
