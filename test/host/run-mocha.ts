import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** What a run leaves in the file that HOST_TEST_RESULT names. */
export interface HostTestResult {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * An extension host forwards its console to the window, unformatted, and ignores assignments to its methods. So for
 * the time of the run another console is put in its place, which appends to the file that HOST_TEST_OUTPUT names.
 */
function writeToFile(file: string): () => void {
  const outer = globalThis.console;
  const write = (...values: unknown[]) => appendFileSync(file, `${format(...values)}\n`);
  globalThis.console = { ...outer, log: write, info: write, warn: write, error: write, debug: write };
  Mocha.reporters.Base.consoleLog = write; // Mocha keeps the console.log of the time it was loaded
  return () => (globalThis.console = outer);
}

async function runFiles(folder: string): Promise<HostTestResult> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'spec', forbidOnly: true, forbidPending: true });
  const grep = process.env['HOST_TEST_GREP'];
  if (grep) mocha.grep(grep);
  for (const name of readdirSync(folder).sort()) {
    if (/\.test\.(ts|mjs|js)$/.test(name)) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  const result = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    runner.on('pass', () => result.passed++);
    runner.on('fail', () => result.failed++);
    runner.on('pending', () => result.skipped++);
  });
  return result;
}

/**
 * Runs the `*.test.ts` files of a folder inside the extension host.
 * @throws when a test fails or none ran: the editor takes that as exit code 1
 */
export async function runMocha(folder: string): Promise<void> {
  const output = process.env['HOST_TEST_OUTPUT'];
  const restore = output ? writeToFile(output) : () => undefined;
  try {
    const result = await runFiles(folder);
    const file = process.env['HOST_TEST_RESULT'];
    if (file) writeFileSync(file, JSON.stringify(result));
    if (result.failed > 0 || result.passed === 0) throw new Error(`${result.failed} failed, ${result.passed} passed`);
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    restore();
  }
}
