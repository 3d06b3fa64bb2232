import type { Client } from '../catalogue/client.ts';
import type { Backtracking } from '../syntax/regexps/find-backtracking.ts';
import type { FileFacts } from './facts.ts';
import type { TextMark } from './text-marks.ts';

/** What linking asks of the project; answers must not change while it runs. */
export interface ProjectHost {
  /** Clients that the project tells of. */
  readonly clients: readonly Client[];
  /** The project says that what this file exports answers requests. */
  isEntry(path: string): boolean;
  /** `null` for a file that is missing, skipped or broken. */
  facts(path: string): FileFacts | null;
  /** The project file a specifier names; `null` for a package, or when there is none. */
  resolve(from: string, specifier: string): string | null;
  /** The package a specifier that names no project file stands for. */
  packageName(from: string, specifier: string): string;
  /** Files that may hold a class which extends or implements this name. */
  filesDeriving(name: string): readonly string[];
  /** Files whose text may hold what the mark says; tests, scripts and their like are none. */
  filesMarked(mark: TextMark): readonly string[];
  /** Files that may declare a class of this name. */
  filesWithClass(name: string): readonly string[];
  /** Files that import this one. */
  importers(path: string): readonly string[];
  /** The schemas of Prisma in the project. */
  schemas(): readonly { readonly path: string; readonly text: string }[];
  /** The worst text for a regular expression; `null` when there is none, or nobody can tell. */
  backtracking(source: string, flags: string): Backtracking | null;
  /** Some package.json or import of the project names one of these packages. */
  uses(modules: readonly string[]): boolean;
}
