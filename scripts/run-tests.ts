// The stages of `npm test`, on the Node that strips types. Arguments: names of stages; all when there are none.
import { runStage } from './tests/run-stage.ts';
import { runStages } from './tests/run-stages.ts';
import { selectStages, stages } from './tests/stages.ts';

try {
  const selected = selectStages(stages, process.argv.slice(2));
  const results = await runStages(selected, runStage, (text) => process.stdout.write(text));
  const failed = results.filter((result) => result.failed > 0);
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  const sum = (count: 'passed' | 'failed') => results.reduce((total, result) => total + result[count], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
