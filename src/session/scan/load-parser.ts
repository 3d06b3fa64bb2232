import type { Parser } from '../../core/syntax/parse-module.ts';
import { loadTypescript } from '../load-typescript.ts';

/** The converter stands in a chunk of its own that shares the one copy of the compiler; both load on demand. */
export const loadParser = async (): Promise<Parser> => {
  const ts = await loadTypescript();
  const { astConverter } = (await import('@typescript-eslint/typescript-estree/use-at-your-own-risk')).default;
  // Its own type asks for settings of whole programs, which a lone text has no use for.
  const convert: Parser['astConverter'] = (source, settings, keepMaps) => {
    const converted: unknown = Reflect.apply(astConverter, undefined, [source, settings, keepMaps]);
    return { estree: typeof converted === 'object' && converted !== null && 'estree' in converted ? converted.estree : null };
  };
  return { ts, astConverter: convert };
};
