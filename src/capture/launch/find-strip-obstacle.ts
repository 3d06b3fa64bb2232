import { existsSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleFacts } from '../../core/syntax/read-module-facts.ts';

/** Reads one source text; session passes the one that has the TypeScript compiler. */
export type ReadFacts = (file: string, text: string) => Promise<ModuleFacts>;

/** Why Node can't run a file by erasing types, as the end of "`<file>` …". */
export interface StripObstacle {
  readonly file: string;
  readonly reason: string;
  /** False = it may work nevertheless. */
  readonly certain: boolean;
}

/** Files followed from the entry; past it the rest is taken on trust. */
const fileLimit = 1000;
/** Generated files past this are not parsed, bytes. */
const sizeLimit = 2_000_000;

const builtins: ReadonlySet<string> = new Set(builtinModules);
const isTypescript = (file: string): boolean => /\.[cm]?ts$/i.test(file);
const isRelative = (specifier: string): boolean => /^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(specifier);

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const toPath = (from: string, specifier: string): string | null => {
  try {
    return specifier.startsWith('file:') ? fileURLToPath(specifier) : resolve(dirname(from), specifier.replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
};

/** As Node resolves: `import` wants the whole name, `require` tries its own endings, and neither knows `.ts`. */
const resolveFile = (from: string, specifier: string, kind: 'import' | 'require'): string | null => {
  const path = toPath(from, specifier);
  if (path === null || isFile(path)) return path;
  if (kind === 'import') return null;
  const tried = [`${path}.js`, `${path}.json`, `${path}.node`, join(path, 'index.js'), join(path, 'index.json'), join(path, 'package.json')];
  return tried.find(isFile) ?? null;
};

/** Whether Node finds a package of that name from here; aliases of tsconfig are none. */
const isPackage = (from: string, specifier: string): boolean => {
  if (specifier.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(specifier) || builtins.has(specifier)) return true;
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name))) return true;
    const manifest = join(folder, 'package.json');
    // A package may import itself by its own name.
    if (isFile(manifest) && readFileSync(manifest, 'utf8').includes(JSON.stringify(name))) return true;
    if (dirname(folder) === folder) return false;
  }
};

interface Visited {
  readonly file: string;
  readonly facts: ModuleFacts;
  /** Resolved own files by specifier. */
  readonly targets: ReadonlyMap<string, string>;
}

const certain = (file: string, reason: string): StripObstacle => ({ file, reason, certain: true });

const checkImports = (file: string, facts: ModuleFacts): { readonly targets: Map<string, string>; readonly obstacle: StripObstacle | null } => {
  const targets = new Map<string, string>();
  for (const { specifier, kind, attributes } of facts.imports) {
    if (!isRelative(specifier)) {
      if (!isPackage(file, specifier)) return { targets, obstacle: certain(file, `imports \`${specifier}\`, which is no package`) };
      continue;
    }
    const target = resolveFile(file, specifier, kind);
    if (target === null) return { targets, obstacle: certain(file, `imports \`${specifier}\`, which is not the whole name of a file`) };
    if (kind === 'import' && extname(target) === '.json' && !attributes) return { targets, obstacle: certain(file, `imports \`${specifier}\` without \`with { type: 'json' }\``) };
    targets.set(specifier, target);
  }
  return { targets, obstacle: null };
};

const checkSyntax = (file: string, facts: ModuleFacts): StripObstacle | null => {
  if (!isTypescript(file)) return null;
  if (facts.blocker !== null) return certain(file, `uses ${facts.blocker}`);
  if (/\.cts$/i.test(file)) return facts.esm ? certain(file, 'uses `import` or `export` in a CommonJS file') : null;
  if (facts.esm && facts.commonjs) return { file, reason: 'uses `require`, `module` or `__dirname` beside `import`', certain: false };
  const doubtful = facts.imports.flatMap(({ specifier, names }) => (isRelative(specifier) ? [] : names)).find(({ local }) => local !== '' && !facts.used.has(local));
  return doubtful ? { file, reason: `imports \`${doubtful.name}\`, perhaps a type, without \`type\``, certain: false } : null;
};

/** Importing a type's name as if it were a value ends an ES module before it starts. */
const checkNames = ({ file, facts, targets }: Visited, typeExports: ReadonlyMap<string, ReadonlySet<string>>): StripObstacle | null => {
  for (const { specifier, names } of facts.imports) {
    const types = typeExports.get(targets.get(specifier) ?? '');
    const wrong = names.find(({ name }) => types?.has(name));
    if (wrong) return certain(file, `imports the type \`${wrong.name}\` without \`type\``);
  }
  return null;
};

const readText = (file: string): string | null => {
  try {
    return statSync(file).size <= sizeLimit ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
};

/** Own source files only: dependencies are JavaScript, and Node strips no types below node_modules. */
const isOwnSource = (file: string): boolean => /\.[cm]?[jt]sx?$/i.test(file) && !/[\\/]node_modules[\\/]/.test(file);

/**
 * Follows the relative imports of a TypeScript file and answers the first thing Node's type stripping can't run;
 * a certain one before a possible one, `null` when there is none.
 */
export const findStripObstacle = async (entry: string, readFacts: ReadFacts): Promise<StripObstacle | null> => {
  const seen = new Set([entry]);
  const visited: Visited[] = [];
  let doubt: StripObstacle | null = null;
  // A set is walked in the order of adding, also what is added meanwhile.
  for (const file of seen) {
    if (visited.length >= fileLimit) break;
    if (/\.[jt]sx$/i.test(file)) return certain(file, 'is JSX');
    const text = readText(file);
    if (text === null) continue;
    const facts = await readFacts(file, text);
    const syntax = checkSyntax(file, facts);
    if (syntax?.certain) return syntax;
    doubt ??= syntax;
    const { targets, obstacle } = checkImports(file, facts);
    if (obstacle) return obstacle;
    for (const target of targets.values()) if (isOwnSource(target)) seen.add(target);
    visited.push({ file, facts, targets });
  }
  const typeExports = new Map(visited.filter(({ file }) => isTypescript(file)).map(({ file, facts }) => [file, facts.typeExports]));
  for (const module of visited) doubt = checkNames(module, typeExports) ?? doubt;
  return doubt;
};
