import { readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import type { Problem } from '../../core/model/problem.ts';
import { findProjectLoader, type ModuleKind, type ProjectLoaderName } from './find-project-loader.ts';
import { findStripObstacle, type ReadFacts, type StripObstacle } from './find-strip-obstacle.ts';

/** What runs the file: Node as it is, Node's own type stripping, or a loader the project has. */
export type LoaderName = 'none' | 'native' | ProjectLoaderName;

export type LoaderChoice =
  | { readonly ok: true; readonly loader: LoaderName; /** For Node, before the file. */ readonly args: readonly string[] }
  | { readonly ok: false; readonly problem: Problem };

export interface LoaderRequest {
  /** Absolute path of the program's entry. */
  readonly file: string;
  /** As `process.version` of the Node that will run it, with or without `v`. */
  readonly nodeVersion: string;
  /** Absolute; loaders are looked up from here. */
  readonly cwd: string;
  readonly readFacts: ReadFacts;
}

interface Version {
  readonly major: number;
  readonly minor: number;
}

const parseVersion = (text: string): Version => {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(text) ?? [];
  return { major: Number(major ?? 0), minor: Number(minor ?? 0) };
};

const isAtLeast = ({ major, minor }: Version, fromMajor: number, fromMinor: number): boolean => major === fromMajor && minor >= fromMinor;

/** Node's options for type stripping; `null` before it existed. Source: Node's "Modules: TypeScript", history. */
const stripArgs = (version: Version): readonly string[] | null => {
  if (version.major >= 24 || isAtLeast(version, 23, 6) || isAtLeast(version, 22, 18)) return [];
  return version.major === 23 || isAtLeast(version, 22, 6) ? ['--experimental-strip-types'] : null;
};

const hasImportOption = (version: Version): boolean => version.major >= 21 || isAtLeast(version, 20, 6) || isAtLeast(version, 18, 19);

const readManifest = (folder: string): string | null => {
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    return null;
  }
};

/** The module system Node gives a file: by its ending, else by the nearest package.json. */
const moduleKind = (file: string): ModuleKind => {
  const ending = extname(file).toLowerCase();
  if (ending === '.mts' || ending === '.cts') return ending === '.mts' ? 'esm' : 'commonjs';
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = readManifest(folder);
    if (manifest !== null) return /"type"\s*:\s*"module"/.test(manifest) ? 'esm' : 'commonjs';
    if (dirname(folder) === folder) return 'commonjs';
  }
};

const noLoader = ({ file, cwd, nodeVersion }: LoaderRequest, obstacle: StripObstacle | null, unfit: readonly string[]): LoaderChoice => {
  const node = `Node ${parseVersion(nodeVersion).major}`;
  const why = obstacle ? `\`${relative(cwd, obstacle.file)}\` ${obstacle.reason}, so ${node} can't run this file by itself` : `${node} can't run TypeScript by itself`;
  const present = unfit.length > 0 ? ` (${unfit.join(', ')} of this project can't run ES modules)` : '';
  const problem = { code: 'no-loader', message: `${why}${present}; install a loader: npm install --save-dev tsx`, file };
  return { ok: false, problem };
};

/**
 * Decides how to run a file. JavaScript runs as it is. TypeScript runs by type stripping where every file it reaches
 * allows that, because then each line stays where it was written; else by the project's own loader. A mere doubt about
 * stripping counts only when there is a loader to turn to.
 */
export const chooseLoader = async (request: LoaderRequest): Promise<LoaderChoice> => {
  const { file, cwd, readFacts } = request;
  if (!/\.(?:[cm]?ts|[jt]sx)$/i.test(file)) return { ok: true, loader: 'none', args: [] };
  const version = parseVersion(request.nodeVersion);
  const native = stripArgs(version);
  const obstacle = native ? await findStripObstacle(file, readFacts) : null;
  if (native && !obstacle) return { ok: true, loader: 'native', args: native };
  const { loader, unfit } = findProjectLoader(cwd, moduleKind(file), hasImportOption(version));
  if (loader) return { ok: true, loader: loader.name, args: loader.args };
  return native && obstacle && !obstacle.certain ? { ok: true, loader: 'native', args: native } : noLoader(request, obstacle, unfit);
};
