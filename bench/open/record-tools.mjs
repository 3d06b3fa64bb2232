// Real profiles of the sizes people bring: tsc on DevTools' front end (about 66 MB), terser on typescript.js (about 147 MB).
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** @param peers a folder whose node_modules holds terser and chrome-devtools-frontend */
export function recordTsc(file, root, peers) {
  const main = join(peers, 'node_modules', 'chrome-devtools-frontend', 'front_end', 'entrypoints', 'main', 'main.ts');
  const options = ['--ignoreConfig', '--noEmit', '--skipLibCheck', '--target', 'esnext', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'esnext,dom,dom.iterable,webworker'];
  record(file, 100, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), [...options, main], peers);
}

export function recordTerser(file, root, peers) {
  const input = join(root, 'node_modules', 'typescript', 'lib', 'typescript.js');
  record(file, 85, join(peers, 'node_modules', 'terser', 'bin', 'terser'), [input, '-c', '-m', '-o', `${file}.js`], peers);
}

/** tsc finds something to complain about in a package without its generated files; only the profile counts. */
function record(file, intervalUs, script, args, cwd) {
  const profiling = ['--cpu-prof', `--cpu-prof-interval=${intervalUs}`, `--cpu-prof-dir=${dirname(file)}`, `--cpu-prof-name=${file.slice(dirname(file).length + 1)}`];
  try {
    execFileSync(process.execPath, [...profiling, script, ...args], { cwd, stdio: 'ignore' });
  } catch (error) {
    if (error.status === null) throw error;
  }
}
