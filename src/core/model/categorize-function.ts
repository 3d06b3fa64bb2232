import { type Category, categories } from './profile.ts';

const code = (category: Category): number => categories.indexOf(category);
const metaFrames: ReadonlyMap<string, Category> = new Map([
  ['(root)', 'program'], ['(program)', 'program'], ['(idle)', 'idle'], ['(garbage collector)', 'gc'],
]);
const dependency = /[\\/]node_modules[\\/]/;
const windowsDrive = /^[a-z]:[\\/]/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** Node's own modules before 16 have no `node:`: `internal/modules/cjs/loader.js`, `fs.js`, `_http_client.js`. */
const bareInternal = /^(?:internal\/[\w./-]+|[\w]+(?:\/[\w]+)?)(?:\.js)?$/;

/** Index into `categories`. V8's meta frames have no url; a native function has none either; a path is own unless in `node_modules`. */
export function categorizeFunction(name: string, url: string): number {
  if (url === '') return code(metaFrames.get(name) ?? 'native');
  if (url.startsWith('node:')) return code('node');
  if (url.startsWith('wasm:')) return code('native');
  if (dependency.test(url)) return code('dependency');
  if (scheme.test(url) || windowsDrive.test(url)) return code('own');
  return code(bareInternal.test(url) ? 'node' : 'own');
}
