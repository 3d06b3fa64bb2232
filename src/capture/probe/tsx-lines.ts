import Module from 'node:module';
import { dirname, resolve } from 'node:path';
import type { ProbeNote } from '../../protocol/probe.ts';
import { apply, join, loadModule, program, readFileSync } from './originals.ts';
import { unfoldLines } from './unfold-lines.ts';

interface Loaded {
  readonly format?: string | null;
  readonly source?: unknown;
}
type Load = (url: string, context: unknown, next: (url: string, context: unknown) => Loaded) => Loaded;
type Register = (...args: unknown[]) => unknown;
type Compile = (this: unknown, content: string, file: string, ...rest: unknown[]) => unknown;

/** What newer Nodes have: `registerHooks` from 22.15, `register` from 18.19. */
type HookModule = { registerHooks?: Register; register?: Register; readonly prototype: { _compile: Compile } };

const hasHooks = (value: unknown): value is HookModule => typeof value === 'function' && 'prototype' in value;

const isOwn = (file: string, project: string): boolean => file.startsWith(project) && !/[\\/]node_modules[\\/]/.test(file);

const toFile = (url: string): string => {
  try {
    const { fileURLToPath }: typeof import('node:url') = loadModule('node:url');
    return fileURLToPath(url);
  } catch {
    return '';
  }
};

/** Whether this program was started with tsx: by `--import tsx`, by its own command, or through NODE_OPTIONS. */
export const usesTsx = (execArgv: readonly string[], nodeOptions: string): boolean =>
  [...execArgv, nodeOptions].flatMap((text) => text.split(/[\s=]+/)).some((word) => word === 'tsx' || word.startsWith('tsx/') || /[\\/]node_modules[\\/]tsx[\\/]/.test(word));

const wrapCompile = (module: HookModule, project: string): void => {
  const original = module.prototype._compile;
  module.prototype._compile = function _compile(content, file, ...rest) {
    const text = typeof content === 'string' && typeof file === 'string' && isOwn(file, project) ? unfoldLines(content) : content;
    return apply(original, this, [text, file, ...rest]);
  };
};

const isHandle = (value: unknown): value is { deregister(): void } => typeof value === 'object' && value !== null && 'deregister' in value;

/** Hooks run last in, first out: to get tsx's output, ours must come after any that is registered. */
const stayLast = (module: HookModule, load: Load): boolean => {
  const { registerHooks, register } = module;
  if (typeof registerHooks !== 'function') return false;
  let own: unknown;
  const renew = (): void => {
    if (isHandle(own)) own.deregister();
    own = apply(registerHooks, module, [{ load }]);
  };
  const wrap = (original: Register): Register =>
    function registerThenRenew(this: unknown, ...args) {
      const result = apply(original, this, args);
      renew();
      return result;
    };
  module.registerHooks = wrap(registerHooks);
  if (typeof register === 'function') module.register = wrap(register);
  return true;
};

const createLoad = (project: string): Load => (url, context, next) => {
  const loaded = next(url, context);
  if (loaded.format !== 'module' || !url.startsWith('file:') || !isOwn(toFile(url), project)) return loaded;
  const { source } = loaded;
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) return loaded;
  return { ...loaded, source: unfoldLines(typeof source === 'string' ? source : Buffer.from(source).toString('utf8')) };
};

const readManifest = (folder: string): string | null => {
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    return null;
  }
};

/** By its ending, else by the nearest package.json. */
const isEsModule = (file: string): boolean => {
  if (/\.[mc][jt]s$/i.test(file)) return /\.m[jt]s$/i.test(file);
  // Node has not yet made argv[1] absolute when a preload runs.
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const manifest = readManifest(folder);
    if (manifest !== null) return /"type"\s*:\s*"module"/.test(manifest);
    if (dirname(folder) === folder) return false;
  }
};

/**
 * tsx prints a whole file on one line, and line ticks have no column. With tsx as the loader, this gives what it prints
 * its lines back before V8 sees it: CommonJS on every Node, ES modules where hooks run in this thread (22.15 on).
 * The note says when that is missing.
 */
export const installTsxLines = (project: string): ProbeNote | null => {
  if (!usesTsx(program.execArgv, program.env['NODE_OPTIONS'] ?? '')) return null;
  const module: unknown = Module;
  if (!hasHooks(module)) return null;
  wrapCompile(module, project);
  if (stayLast(module, createLoad(project)) || !isEsModule(program.argv[1] ?? '')) return null;
  return { code: 'loader-function-level', detail: `tsx, Node ${program.versions.node}` };
};
