import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../helpers/test-cache.ts';
import { makeFolder, removeFolders, runCli } from './run-cli.ts';

const report = fileURLToPath(new URL('../../examples/report', import.meta.url));
/** The file and the 1-based number of the only line that holds this text. */
const placeOf = (file: string, text: string): (string | number)[] => {
  const lines = readFileSync(join(report, file), 'utf8').split('\n');
  return [file, lines.findIndex((line) => line.includes(text)) + 1];
};

interface Row {
  /** A busy machine stretches the time of a sample, not their number. */
  readonly samples: number;
}
interface Report {
  readonly functions: (Row & { readonly name: string; readonly category: string; readonly mapping: string })[];
  readonly lines: (Row & { readonly file: string; readonly line: number })[];
}
const bySamples = (a: Row, b: Row): number => b.samples - a.samples;

describe('the report example', () => {
  afterEach(removeFolders);

  for (const major of [22, 26] as const) {
    it(`shows on Node ${major} what its page says: two hot lines, in two files that were not started`, async () => {
      const out = join(makeFolder(), 'recordings');
      const { code, stdout, stderr } = await runCli(['profile', 'src/report.ts', '--format', 'json', '--node', nodeBinary(major), '--out', out], { cwd: report });
      assert.equal(code, 0, stderr);
      assert.match(stderr, /12000 orders, 20506 different cells\n$/);
      const { functions, lines }: Report = JSON.parse(stdout);
      const own = functions.filter(({ category }) => category === 'own').sort(bySamples);
      assert.deepEqual(own.slice(0, 2).map(({ name }) => name), ['parseRow', 'compareCustomers']);
      assert.deepEqual(lines.sort(bySamples).slice(0, 2).map(({ file, line }) => [file, line]), [placeOf('src/rows.ts', 'seen.includes'), placeOf('src/groups.ts', 'localeCompare')]);
      assert.equal(own[0].mapping, 'exact');
      assert.ok(own[0].samples > own.reduce((sum, { samples }) => sum + samples, 0) / 2, 'parseRow has most of the samples');
    });
  }
});
