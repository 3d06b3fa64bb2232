import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../helpers/test-cache.ts';
import { at, makeFolder, removeFolders, runCli } from './run-cli.ts';

const report = fileURLToPath(new URL('../../examples/report', import.meta.url));
/** The file and the 1-based number of the only line that holds this text. */
const placeOf = (file: string, text: string): (string | number)[] => {
  const lines = readFileSync(join(report, file), 'utf8').split('\n');
  return [file, lines.findIndex((line) => line.includes(text)) + 1];
};

describe('the report example', () => {
  afterEach(removeFolders);

  // Shares come from samples: on a busy machine one run in some hundreds is off.
  for (const major of [22, 26] as const) {
    it(`shows on Node ${major} what its page says: two hot lines, in two files that were not started`, async () => {
      const out = join(makeFolder(), 'recordings');
      const { code, stdout, stderr } = await runCli(['profile', 'src/report.ts', '--format', 'json', '--node', nodeBinary(major), '--out', out], { cwd: report });
      assert.equal(code, 0, stderr);
      assert.match(stderr, /12000 orders, 20506 different cells\n$/);
      assert.deepEqual([at(stdout, 'functions', 0, 'name'), at(stdout, 'functions', 1, 'name')], ['parseRow', 'compareCustomers']);
      const lines = [0, 1].map((row) => [at(stdout, 'lines', row, 'file'), at(stdout, 'lines', row, 'line')]);
      assert.deepEqual(lines, [placeOf('src/rows.ts', 'seen.includes'), placeOf('src/groups.ts', 'localeCompare')]);
      assert.equal(at(stdout, 'functions', 0, 'mapping'), 'exact');
      assert.ok(Number(at(stdout, 'functions', 0, 'selfShare')) > 0.5);
    }).retries(2);
  }
});
