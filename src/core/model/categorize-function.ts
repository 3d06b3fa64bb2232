import { type Category, categories } from './profile.ts';

const code = (category: Category): number => categories.indexOf(category);
const metaFrames: ReadonlyMap<string, Category> = new Map([
  ['(root)', 'program'], ['(program)', 'program'], ['(idle)', 'idle'], ['(garbage collector)', 'gc'],
]);
const dependency = /[\\/]node_modules[\\/]/;
/** Node's own modules, as V8 names them since and before Node 16. */
const nodeModule = /^(?:node:|internal\/)/;

/** Index into `categories`. V8's meta frames have no url, nor have native functions; the rest is own unless in `node_modules`. */
export function categorizeFunction(name: string, url: string): number {
  if (url === '') return code(metaFrames.get(name) ?? 'native');
  if (nodeModule.test(url)) return code('node');
  if (url.startsWith('wasm:')) return code('native');
  return code(dependency.test(url) ? 'dependency' : 'own');
}
