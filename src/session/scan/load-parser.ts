import { createRequire } from 'node:module';
import type { ExactParser } from '../../core/syntax/parse-exactly.ts';
import type { Parser } from '../../core/syntax/parse-module.ts';
import type { Compiler } from '../../core/syntax/parse-source.ts';
import { bundlePath } from '../bundles.ts';

/** A chunk at once, without waiting: a text that the fast parser does not take turns up amid a walk. */
const loadChunk = (name: 'estree.cjs' | 'typescript.cjs'): unknown => {
  const loaded: unknown = createRequire(bundlePath(name))(bundlePath(name));
  return loaded;
};

const isCompiler = (loaded: unknown): loaded is Compiler => typeof loaded === 'object' && loaded !== null && 'createSourceFile' in loaded;

/** The converter stands in a chunk of its own that shares the one copy of the compiler. */
const loadExact = (): ExactParser => {
  const ts = loadChunk('typescript.cjs');
  const converter = loadChunk('estree.cjs');
  const astConverter = typeof converter === 'object' && converter !== null && 'astConverter' in converter ? converter.astConverter : null;
  if (!isCompiler(ts) || typeof astConverter !== 'function') throw new Error('The TypeScript compiler is damaged.');
  return {
    ts,
    astConverter(source, settings, keepMaps) {
      const converted: unknown = Reflect.apply(astConverter, undefined, [source, settings, keepMaps]);
      return { estree: typeof converted === 'object' && converted !== null && 'estree' in converted ? converted.estree : null };
    },
  };
};

let loaded: Promise<Parser> | null = null;

/** oxc, a chunk of its own, and typescript-estree where that gives up; most scans never load the latter. */
export const loadParser = (): Promise<Parser> =>
  (loaded ??= import('./oxc.ts').then(({ OxcParser }) => {
    const oxc = new OxcParser();
    let exact: ExactParser | null = null;
    return { fast: (file, text, comments) => oxc.parse(file, text, comments), exact: () => (exact ??= loadExact()) };
  }));
