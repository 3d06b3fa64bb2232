import { vendoredPackage } from './vendored-package.ts';

/** What a tsconfig.json says about specifiers; folders are relative to the scan's root, with forward slashes, `''` for the root. */
export interface PathAliases {
  /** Files below this folder are concerned. */
  readonly folder: string;
  readonly baseUrl: string | null;
  /** Where the patterns of `paths` start. */
  readonly pathsBase: string;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

export interface WorkspacePackage {
  readonly name: string;
  readonly folder: string;
  /** Its entry as package.json writes it; may name built code. */
  readonly entries: readonly string[];
}

export interface ProjectLayout {
  readonly files: ReadonlySet<string>;
  readonly aliases: readonly PathAliases[];
  readonly packages: readonly WorkspacePackage[];
  /** Folders or files of generated Prisma clients, without an ending. */
  readonly prismaClients: readonly string[];
}

const endings = ['', '.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs', '/index.ts', '/index.tsx', '/index.js', '/index.mjs', '/index.cjs', '/index.mts'];

/** `a/./b/../c` → `a/c`; `null` when it leaves the root. */
export const joinPath = (folder: string, relative: string): string | null => {
  const kept: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.pop() === undefined) return null;
  }
  return kept.join('/');
};

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '');

const isBelow = (folder: string, file: string): boolean => folder === '' || file.startsWith(`${folder}/`);

/** What a pattern with at most one `*` leaves of a specifier; `null` when it does not fit. */
const matchPattern = (pattern: string, specifier: string): string | null => {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : null;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return specifier.startsWith(head) && specifier.endsWith(tail) && specifier.length >= head.length + tail.length ? specifier.slice(head.length, specifier.length - tail.length) : null;
};

/** Finds the project file a specifier names, as Node, TypeScript and bundlers would. */
export class ModuleResolver {
  readonly #layout: ProjectLayout;
  /** By the folder that asks. */
  readonly #known = new Map<string, Map<string, string | null>>();

  constructor(layout: ProjectLayout) {
    this.#layout = { ...layout, aliases: layout.aliases.toSorted((a, b) => b.folder.length - a.folder.length) };
  }

  resolve(from: string, specifier: string): string | null {
    const folder = folderOf(from);
    const inFolder = this.#known.get(folder) ?? new Map<string, string | null>();
    const known = inFolder.get(specifier);
    if (known !== undefined) return known;
    this.#known.set(folder, inFolder);
    const found = this.packageName(from, specifier) !== specifier ? null : specifier.startsWith('.') ? this.#file(joinPath(folder, specifier)) : this.#bare(from, specifier);
    inFolder.set(specifier, found);
    return found;
  }

  /** The package a specifier stands for that names no file: generated Prisma clients are `@prisma/client`. */
  packageName(from: string, specifier: string): string {
    const path = specifier.startsWith('.') ? joinPath(folderOf(from), specifier) : null;
    const bare = path ?? specifier.replace(/^[@~#]?\//, '');
    const generated = this.#layout.prismaClients.some((client) => (path === null ? `/${client}`.endsWith(`/${bare}`) || `/${client}/client`.endsWith(`/${bare}`) : path === client || path.startsWith(`${client}/`)));
    return generated ? '@prisma/client' : (vendoredPackage(specifier) ?? specifier);
  }

  #file(path: string | null): string | null {
    if (path === null) return null;
    const { files } = this.#layout;
    for (const ending of endings) if (files.has(path + ending)) return path + ending;
    // `./a.js` is written for `./a.ts`.
    const bare = path.replace(/\.([cm]?)jsx?$/, '.$1ts');
    if (bare === path) return null;
    if (files.has(bare)) return bare;
    return files.has(`${bare}x`) ? `${bare}x` : null;
  }

  #bare(from: string, specifier: string): string | null {
    for (const { folder, baseUrl, pathsBase, paths } of this.#layout.aliases) {
      if (!isBelow(folder, from)) continue;
      for (const { pattern, targets } of paths) {
        const rest = matchPattern(pattern, specifier);
        const found = rest === null ? undefined : targets.map((target) => this.#file(joinPath(pathsBase, target.replace('*', rest)))).find((file) => file !== null);
        if (found) return found;
      }
      const based = baseUrl === null ? null : this.#file(joinPath(baseUrl, specifier));
      if (based !== null) return based;
    }
    return this.#package(specifier) ?? this.#conventional(from, specifier);
  }

  #package(specifier: string): string | null {
    for (const { name, folder, entries } of this.#layout.packages) {
      if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
      const sub = specifier.slice(name.length + 1);
      const tries = sub ? [sub, `src/${sub}`, `lib/${sub}`] : ['src/index', 'index', 'src/main', 'lib/index', 'src', ...entries, ...entries.map((entry) => entry.replace(/^(?:\.\/)?(?:dist|build|lib|out)\//, 'src/').replace(/\.d\.ts$/, '.ts'))];
      const found = tries.map((path) => this.#file(joinPath(folder, path))).find((file) => file !== null);
      if (found) return found;
    }
    return null;
  }

  /** `@/x`, `~/x`, `src/x`, SvelteKit's `$lib/x`, Meteor's `/x` without a tsconfig that says so. */
  #conventional(from: string, specifier: string): string | null {
    const match = /^(?:[@~]?\/|\$(?=lib\/)|(src|app|lib|server)\/)(.+)$/.exec(specifier);
    if (!match) return null;
    const path = match[1] ? specifier : match[2];
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const found = this.#file(joinPath(folder, path)) ?? this.#file(joinPath(folder, `src/${path}`));
      if (found !== null || folder === '') return found;
    }
  }
}
