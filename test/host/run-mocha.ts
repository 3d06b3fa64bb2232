import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { CountingReporter } from '../helpers/counting-reporter.ts';

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

/** @returns how many failed, or an error when nothing ran */
async function runFiles(folder: string): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: CountingReporter, forbidOnly: true, forbidPending: true });
  const grep = process.env['HOST_TEST_GREP'];
  if (grep) mocha.grep(grep);
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.ts')) mocha.addFile(join(folder, name));
  }
  await mocha.loadFilesAsync();
  return new Promise((done, fail) => {
    const runner = mocha.run((failures) => (runner.stats?.tests === 0 ? fail(new Error(`No test in ${folder}`)) : done(failures)));
  });
}

/**
 * Runs the `*.test.ts` files of a folder inside the extension host.
 * @throws when a test fails or none ran: the editor takes that as exit code 1
 */
export async function runMocha(folder: string): Promise<void> {
  const output = process.env['HOST_TEST_OUTPUT'];
  const restore = output ? writeToFile(output) : () => undefined;
  try {
    const failures = await runFiles(folder);
    if (failures > 0) throw new Error(`${failures} failed`);
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    restore();
  }
}
