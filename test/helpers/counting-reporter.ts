import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** What a run leaves in the file that FLAMELINE_TEST_RESULT names. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Mocha's own listing for people, and the counts for `npm test`, which sums them over several runs. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env['FLAMELINE_TEST_RESULT'];
    if (file === undefined) return;
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const count: TestCount = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(file, JSON.stringify(count));
    });
  }
}

export { CountingReporter };
// Mocha loads a reporter with `require` and takes the module itself for the class.
export { CountingReporter as 'module.exports' };
