import { posix } from 'node:path';

/** Without what an import may leave out: `lib/rows.ts` and `lib/rows.js` are one, and `lib/index.ts` is `lib`. */
const bare = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/i, '').replace(/\/index$/, '');

/** Whether a relative import in the module at one path can mean another one. Paths are those of URIs. */
export const importsFile = (from: string, specifier: string, target: string): boolean =>
  /^\.\.?(?:\/|$)/.test(specifier) && bare(posix.resolve(posix.dirname(from), specifier)) === bare(target);
