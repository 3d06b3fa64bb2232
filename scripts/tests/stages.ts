import { hasHost } from '../../test/host/host-paths.ts';
import type { Stage } from './stage.ts';

const tsc = 'node_modules/typescript/bin/tsc';
const mocha = (name: string, ...options: string[]) => ['node_modules/mocha/bin/mocha.js', `test/${name}/**/*.test.ts`, ...options];
/** A test that starts programs, browsers or editors on a busy machine. */
const patient = ['--timeout', '60000'];

const check = (name: string, after: readonly string[], ...programs: string[][]): Stage => ({ name, programs, after, counts: 'check' });
const tests = (name: string, after: readonly string[], ...programs: string[][]): Stage => ({ name, programs, after, counts: 'tests' });

/** In the order they are shown. Two run at once, so what waits for the network stands beside what needs the processor. */
export const stages: readonly Stage[] = [
  check('build', [], ['esbuild.config.mjs']),
  check('tools', [], ['scripts/fetch-test-tools.ts']),
  check('types', [], ...['.', 'src', 'src/core', 'src/protocol', 'src/webview', 'test/webview'].map((folder) => [tsc, '-p', folder])),
  check('lint', [], ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']),
  check('imports', [], ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'scripts', 'test']),
  tests('boundaries', [], mocha('boundaries', ...patient)),
  tests('unit', ['build', 'tools'], mocha('unit')),
  tests('golden', ['build'], mocha('golden')),
  tests('cli', ['build', 'tools'], mocha('cli', ...patient)),
  tests('capture', ['build', 'tools'], mocha('capture', ...patient)),
  check('chromium', [], ['scripts/ensure-chromium.ts']),
  tests('webview', ['build', 'chromium'], mocha('webview', ...patient)),
  tests('editor', ['build', 'tools', 'chromium'], ['scripts/test-editor.ts']),
  check('vsix', ['build'], ['scripts/package.ts']),
  tests('package', ['vsix'], mocha('package')),
  ...(hasHost() ? [tests('ui', ['vsix', 'tools', 'chromium'], mocha('ui', ...patient))] : []),
];

/** The named stages and what they need, in order; every stage when none is named. */
export function selectStages(all: readonly Stage[], names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !all.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new Error(`Unknown stage ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(' ')}.`);
  const wanted = new Set(names);
  for (const stage of all.toReversed()) {
    if (wanted.has(stage.name)) for (const name of stage.after) wanted.add(name);
  }
  return names.length === 0 ? all : all.filter(({ name }) => wanted.has(name));
}
