import { delimiter } from 'node:path';

/** The environment without the programs of `node_modules/.bin`, which npm puts in front: a user's terminal has its own Node. */
export function withoutOurTools(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return { ...env, PATH: folders.filter((folder) => !/[\\/]node_modules[\\/]\.bin$/.test(folder)).join(delimiter) };
}
