import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpawnHost, openRecording, record } from '../../src/session/index.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { fixture } from './run-program.ts';

describe('The result of a run', function () {
  this.timeout(30_000);
  let home = '';
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'flameline reopen-')));
    writeFileSync(join(home, 'package.json'), '{}');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Stopped once it runs, when its program does not end by itself. */
  const recordFixture = async (name: string, endless: boolean) => {
    const store = join(home, 'store');
    const stop = new AbortController();
    copyFileSync(fixture(name), join(home, name));
    const run = record({ file: join(home, name), args: [], env: {}, nodePath: nodeBinary(24), store, host: createSpawnHost({ stdout: 'stderr' }), stop: stop.signal });
    const runs = (): string[] => (existsSync(store) ? readdirSync(store, { recursive: true, encoding: 'utf8' }) : []);
    if (endless) void until('the program to run', () => runs().some((file) => file.endsWith('.live'))).then(() => stop.abort());
    return run;
  };

  for (const [name, words, endless] of [['normal.cjs', 'ended', false], ['throw.cjs', 'failed', false], ['loop.cjs', 'was stopped', true], ['family.cjs', 'was stopped with its children', true]] as const) {
    it(`is what opening its recording gives, of a program that ${words}`, async () => {
      const { path, analysis, manifest } = await recordFixture(name, endless);
      const again = await openRecording(path);
      assert.deepEqual(again.analysis, analysis);
      assert.deepEqual(again.manifest, manifest);
    });
  }
});
