import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../cli/run-cli.ts';
import { nodeBinary, runnersDir } from '../helpers/test-cache.ts';

interface Row {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly samples: number;
}
interface FunctionRow extends Row {
  readonly mapping: string;
}
interface Result {
  readonly recordings: readonly { readonly pid: number; readonly threadId: number; readonly samples: number }[];
  readonly functions: readonly FunctionRow[];
  readonly lines: readonly Row[];
  readonly problems: readonly { readonly code: string }[];
}

/** Counted work: a busy machine takes no samples from it. Without globals, which jest's context makes slow. */
const slow = `function slow(word) {
  let sum = word.length;
  for (let round = 0; round < 1000; round++) {
    for (let i = 0; i < 2e5; i++) sum = ((sum ^ i) * 31 + (sum >>> 15)) | 0;
  }
  return sum;
}
`;
const hottestLine = 4;

const runners = {
  vitest: {
    bin: 'node_modules/vitest/vitest.mjs',
    files: {
      'package.json': '{ "type": "module" }',
      'src/slow.js': `export ${slow}`,
      'a.test.js': "import { expect, test } from 'vitest';\nimport { slow } from './src/slow.js';\ntest('a', () => expect(slow('a')).toBeTypeOf('number'));\n",
      'b.test.js': "import { expect, test } from 'vitest';\nimport { slow } from './src/slow.js';\ntest('b', () => expect(slow('b')).toBeTypeOf('number'));\n",
    },
  },
  jest: {
    bin: 'node_modules/jest/bin/jest.js',
    files: {
      'package.json': '{ "jest": { "transform": {}, "cache": false } }',
      'src/slow.js': `${slow}module.exports = { slow };\n`,
      'a.test.js': "const { slow } = require('./src/slow.js');\ntest('a', () => expect(typeof slow('a')).toBe('number'));\n",
      'b.test.js': "const { slow } = require('./src/slow.js');\ntest('b', () => expect(typeof slow('b')).toBe('number'));\n",
    },
  },
} as const;

interface Pool {
  readonly runner: keyof typeof runners;
  readonly args: readonly string[];
  /** Where its tests run. */
  readonly in: 'workers' | 'children';
  /** vitest terminates its workers, so nobody tells their scripts; it compiles with a line of its own above. */
  readonly generated?: true;
}
const pools: readonly Pool[] = [
  { runner: 'vitest', args: ['run', '--pool', 'threads'], in: 'workers', generated: true },
  { runner: 'vitest', args: ['run', '--pool', 'forks'], in: 'children' },
  { runner: 'jest', args: ['-w', '2', '--workerThreads'], in: 'workers' },
  { runner: 'jest', args: ['-w', '2'], in: 'children' },
];

describe('A test runner, run for real', function () {
  this.timeout(60_000);
  let home = '';
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'flameline runners-')));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const makeProject = (runner: keyof typeof runners): void => {
    for (const [name, text] of Object.entries(runners[runner].files)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    mkdirSync(join(home, 'node_modules'));
    symlinkSync(join(runnersDir(), 'node_modules', runner), join(home, 'node_modules', runner), 'junction');
  };

  for (const { runner, args, in: place, generated = false } of pools) {
    it(`keeps the profiles of ${runner}'s ${place}, with time on the lines of the code under test`, async () => {
      makeProject(runner);
      const { code, stdout, stderr } = await runCli(['profile', runners[runner].bin, '--format', 'json', '--top', '0', '--node', nodeBinary(24), '--', ...args], { cwd: home });
      assert.equal(code, 0, stderr);
      const { recordings, functions, lines, problems }: Result = JSON.parse(stdout);
      const others = recordings.filter(({ pid, threadId }) => (place === 'workers' ? threadId > 0 : pid !== recordings[0].pid));
      assert.ok(others.filter(({ samples }) => samples > 100).length >= 2, `a profile of each of the two that ran a test: ${JSON.stringify({ recordings, problems })}`);
      assert.deepEqual(problems.filter(({ code: told }) => told === 'profile-lost'), []);
      const [top] = functions.filter(({ file }) => file === 'src/slow.js');
      const above = generated ? 1 : 0;
      assert.deepEqual([top.name, top.line - above, top.mapping], ['slow', 1, generated ? 'generated' : 'exact']);
      assert.ok(top.samples > 200, `${top.samples} samples`);
      const [hottest] = lines.filter(({ file }) => file === 'src/slow.js').sort((a, b) => b.samples - a.samples);
      assert.equal(hottest.line - above, hottestLine);
    });
  }
});
