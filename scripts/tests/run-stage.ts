import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCount } from '../../test/helpers/counting-reporter.ts';
import { root } from '../bootstrap.mjs';
import type { RunStage, Stage } from './stage.ts';

/** Runs one program of a stage on this Node; resolves with its exit code, 1 for a signal. */
function runProgram(args: readonly string[], resultFile: string, print: (text: string) => void): Promise<number> {
  return new Promise((done) => {
    const env = { ...process.env, FLAMELINE_TEST_RESULT: resultFile };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', print);
    }
    child.once('error', (error) => {
      print(`${error.message}\n`);
      done(1);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}

/** A run that ended badly without counting a failure (it crashed, or ran nothing) is a failure all the same. */
function countTests({ counts }: Stage, exitCode: number, resultFile: string): TestCount {
  if (counts === 'check') return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const count: TestCount = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  const failedUncounted = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return failedUncounted ? { ...count, failed: 1 } : count;
}

/** Runs the programs of a stage until one fails. */
export const runStage: RunStage = async (stage, print) => {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'fl-stage-'));
  const resultFile = join(folder, 'result.json');
  let exitCode = 0;
  for (const args of stage.programs) {
    exitCode = await runProgram(args, resultFile, print);
    if (exitCode !== 0) break;
  }
  const count = countTests(stage, exitCode, resultFile);
  rmSync(folder, { recursive: true, force: true });
  return { name: stage.name, ...count, seconds: (performance.now() - began) / 1000 };
};
