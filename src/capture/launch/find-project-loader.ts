import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type ModuleKind = 'esm' | 'commonjs';
export type ProjectLoaderName = 'tsx' | 'ts-node' | 'swc' | 'esbuild-register';

export interface ProjectLoader {
  readonly name: ProjectLoaderName;
  /** For Node, before the file; absolute, so neither the working directory nor the project's settings move them. */
  readonly args: readonly string[];
}

interface LoaderPackage {
  readonly name: ProjectLoaderName;
  readonly folder: string;
  /** File of the package and Node's option that takes it; `null` where it can't run that kind. Seen on Node 18 to 26. */
  readonly entry: (kind: ModuleKind, hasImport: boolean) => { readonly option: '--import' | '--require' | '--loader'; readonly file: string } | null;
}

/** In the order in which a project that has several is served. */
const packages: readonly LoaderPackage[] = [
  {
    name: 'tsx',
    folder: 'tsx',
    entry: (kind, hasImport) => {
      if (hasImport) return { option: '--import', file: 'dist/loader.mjs' };
      return kind === 'esm' ? { option: '--loader', file: 'dist/loader.mjs' } : { option: '--require', file: 'dist/cjs/index.cjs' };
    },
  },
  { name: 'ts-node', folder: 'ts-node', entry: (kind) => (kind === 'esm' ? { option: '--loader', file: 'esm.mjs' } : { option: '--require', file: 'register/index.js' }) },
  {
    name: 'swc',
    folder: '@swc-node/register',
    entry: (kind, hasImport) => {
      if (kind === 'commonjs') return { option: '--require', file: 'index.js' };
      return hasImport ? { option: '--import', file: 'esm/esm-register.mjs' } : null;
    },
  },
  { name: 'esbuild-register', folder: 'esbuild-register', entry: (kind) => (kind === 'commonjs' ? { option: '--require', file: 'register.js' } : null) },
];

/** The folder of an installed package, looked up as Node does. */
const findPackage = (from: string, name: string): string | null => {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (dirname(folder) === folder) return null;
  }
};

/** The first installed loader that runs such a file; `unfit` names those that are there and don't. */
export const findProjectLoader = (cwd: string, kind: ModuleKind, hasImport: boolean): { loader: ProjectLoader | null; unfit: readonly string[] } => {
  const unfit: string[] = [];
  for (const { name, folder, entry } of packages) {
    const found = findPackage(cwd, folder);
    if (found === null) continue;
    const way = entry(kind, hasImport);
    const file = way && join(found, way.file);
    if (!way || !file || !existsSync(file)) unfit.push(name);
    else return { loader: { name, args: [way.option, way.option === '--require' ? file : pathToFileURL(file).href] }, unfit };
  }
  return { loader: null, unfit };
};
