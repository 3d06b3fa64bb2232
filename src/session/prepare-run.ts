import { realpathSync, statSync } from 'node:fs';
import { basename, extname, sep } from 'node:path';
import { findNode } from '../capture/launch/find-node.ts';
import { findPackageFolder } from '../capture/launch/find-package-folder.ts';
import { chooseLoader } from '../capture/launch/loader.ts';
import { addPreload, hasPermissionModel } from '../capture/launch/node-options.ts';
import type { ProcessRequest } from '../capture/launch/process-host.ts';
import { type RecordingManifest, manifestVersion } from '../capture/store/manifest.ts';
import { listRecordings } from '../capture/store/recordings.ts';
import { isInside } from '../core/model/paths.ts';
import { type ProbeConfig, probeVersion } from '../protocol/probe.ts';
import { bundlePath } from './bundles.ts';
import { readModuleFacts } from './read-module-facts.ts';
import { nativeStyle } from './root-guard.ts';
import { type RecordRequest, SessionError } from './types.ts';

/** Everything about a run that is known before it starts. */
export interface PreparedRun {
  /** What `recording.json` will say, apart from how the run went. */
  readonly manifest: RecordingManifest;
  readonly roots: readonly string[];
  /** The command for a folder that the probe writes into. */
  request(folder: string): ProcessRequest;
}

/** Sampling intervals, µs: the short one for files whose last run was too short for many samples. */
const intervals = { usual: 1000, short: 200, shortRunMs: 2000, lookBack: 100 } as const;

const fail = (code: string, message: string, file?: string): never => {
  throw new SessionError({ code, message, ...(file !== undefined && { file }) });
};

const checkFile = (file: string): void => {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry) fail('no-file', 'It does not exist', file);
  if (!entry?.isFile()) fail('no-file', 'It is not a file', file);
  if (!/^\.([cm]?[jt]s|[jt]sx)$/i.test(extname(file))) fail('not-a-program', 'It is no JavaScript or TypeScript program', file);
};

const chooseInterval = async ({ file, intervalUs, store }: RecordRequest): Promise<number> => {
  if (intervalUs !== undefined) return intervalUs;
  const recent = await listRecordings(store, intervals.lookBack);
  const last = recent.find(({ manifest }) => manifest?.file === file)?.manifest;
  return last && !last.partial && last.durationMs < intervals.shortRunMs ? intervals.short : intervals.usual;
};

const realFolder = (folder: string): string => {
  try {
    return realpathSync.native(folder);
  } catch {
    return fail('no-file', 'The working directory does not exist', folder);
  }
};

/** Scripts report their real paths; the widest root around the working directory is the project. */
const findProject = (cwd: string, roots: readonly string[]): string => {
  const real = realFolder(cwd);
  const around = roots.map(realFolder).filter((root) => isInside(root, real, nativeStyle));
  const project = around.sort((a, b) => a.length - b.length)[0] ?? real;
  return project.endsWith(sep) ? project : `${project}${sep}`;
};

const probeConfig = (request: RecordRequest, folder: string, intervalUs: number, project: string): ProbeConfig => ({
  version: probeVersion,
  folder,
  intervalUs,
  delayMs: request.waitForStart ? -1 : (request.delayMs ?? null),
  durationMs: request.durationMs ?? null,
  project,
});

/** Finds out how to run the file. Rejects with a `SessionError` that says what is missing. */
export const prepareRun = async (request: RecordRequest, startedAt: Date, id: string): Promise<PreparedRun> => {
  const { file, args, env } = request;
  checkFile(file);
  const cwd = request.cwd ?? findPackageFolder(file);
  const roots = request.roots ?? [cwd];
  const project = findProject(cwd, roots);
  const nodeOptions = env['NODE_OPTIONS'] ?? process.env['NODE_OPTIONS'];
  if (hasPermissionModel(nodeOptions)) fail('permission-denied', 'NODE_OPTIONS turns on the permission model (--permission), which forbids profiling');
  const found = await findNode({ explicit: request.nodePath, cwd, env: { ...process.env, ...env } });
  if (!found.ok) throw new SessionError(found.problem);
  const { path, version } = found.node;
  const choice = await chooseLoader({ file, nodeVersion: version, cwd, readFacts: readModuleFacts });
  if (!choice.ok) throw new SessionError(choice.problem);
  const intervalUs = await chooseInterval(request);
  const nodeArgs = [...choice.args, file, ...args];
  const manifest: RecordingManifest = {
    version: manifestVersion, id, label: basename(file), file, args, cwd, command: [path, ...nodeArgs], loader: choice.loader,
    nodePath: path, nodeVersion: version, intervalUs, startedAt: startedAt.toISOString(), durationMs: 0,
    exitCode: null, signal: null, partial: false, reason: '', git: null, profiles: [], sources: [], problems: [],
  };
  return {
    manifest,
    roots,
    request(folder) {
      const NODE_OPTIONS = addPreload(nodeOptions, bundlePath('probe.cjs'));
      const FLAMELINE_PROBE = JSON.stringify(probeConfig(request, folder, intervalUs, project));
      return { executable: path, args: nodeArgs, cwd, env: { ...env, NODE_OPTIONS, FLAMELINE_PROBE }, label: basename(file) };
    },
  };
};
