import Module from 'node:module';
import { apply, program, readFileSync } from './originals.ts';

/** What is needed of a script that is gone by the end of the program. */
export interface CompiledText {
  readonly sourceMapUrl: string;
  readonly lines: number;
}

type Compile = (this: unknown, content: string, file: string, ...rest: unknown[]) => unknown;
const hasCompile = (value: unknown): value is { readonly prototype: { _compile: Compile } } => typeof value === 'function' && 'prototype' in value;

const compiled = new Map<string, CompiledText>();

const describeText = (text: string): CompiledText => {
  const at = text.lastIndexOf('//# sourceMappingURL=');
  const sourceMapUrl = at < 0 ? '' : text.slice(text.indexOf('=', at) + 1).trimEnd();
  return { sourceMapUrl: /\s/.test(sourceMapUrl) ? '' : sourceMapUrl, lines: text.split('\n').length };
};

/**
 * Node 18 and 20 have no hold on a CommonJS script once its functions are gone, and V8 then forgets its source map. Where a
 * preload compiles in memory, the map is kept from what it hands over; later Nodes keep the script itself.
 */
export const keepCompiled = (isKept: (file: string) => boolean): void => {
  const hasPreload = program.execArgv.some((arg) => /^(?:-r|--(?:require|import|loader|experimental-loader))(?:=|$)/.test(arg));
  const module: unknown = Module;
  if (!hasPreload || Number.parseInt(program.versions.node, 10) >= 22 || !hasCompile(module)) return;
  const original = module.prototype._compile;
  module.prototype._compile = function _compile(content, file, ...rest) {
    if (typeof content === 'string' && typeof file === 'string' && isKept(file)) compiled.set(file, describeText(content));
    return apply(original, this, [content, file, ...rest]);
  };
};

/** A script that V8 no longer has: as it was compiled, else as it lies on disk when that is JavaScript. */
export const findCompiled = (file: string): CompiledText | null => {
  const kept = compiled.get(file);
  if (kept !== undefined || !/\.[cm]?js$/.test(file)) return kept ?? null;
  try {
    return describeText(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
