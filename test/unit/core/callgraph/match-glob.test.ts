import assert from 'node:assert/strict';
import { matchGlob } from '../../../../src/core/callgraph/match-glob.ts';

describe('globs', () => {
  const fits: Readonly<Record<string, readonly string[]>> = {
    'legacy/**': ['legacy/a.ts', 'legacy/x/y/a.ts'], '**/*.gen.ts': ['a.gen.ts', 'x/y/b.gen.ts'], './src/db.ts': ['src/db.ts'], 'src/*/a?.ts': ['src/x/ab.ts'], 'src/**/db/*.ts': ['src/db/a.ts', 'src/x/y/db/a.ts'],
    '/src/a.ts': ['src/a.ts'], '*a*b*c': ['xaxbbxc'], '**': ['a', 'a/b'], 'a[1].(ts)+': ['a[1].(ts)+'],
  };
  const near: Readonly<Record<string, readonly string[]>> = {
    'legacy/**': ['src/legacy/a.ts', 'legacyx/a.ts'], '*.ts': ['src/a.ts', 'a.tsx'], 'src/*/a?.ts': ['src/a.ts', 'src/x/a.ts', 'src/x/y/ab.ts'], 'src/**/db/*.ts': ['src/db/x/a.ts', 'src/a.ts'], '.*': ['ab'], 'a.c': ['abc'], '': ['a'],
  };
  for (const [glob, paths] of Object.entries(fits)) it(`${glob} fits ${paths.join(', ')}`, () => assert.deepEqual(paths.filter((path) => !matchGlob(glob, path)), []));
  for (const [glob, paths] of Object.entries(near)) it(`"${glob}" does not fit ${paths.join(', ')}`, () => assert.deepEqual(paths.filter((path) => matchGlob(glob, path)), []));

  it('G18 takes no longer for a glob made to be slow', () => {
    const begun = process.cpuUsage();
    assert.equal(matchGlob(`${'*a'.repeat(90)}b`, 'a'.repeat(250)), false);
    assert.equal(matchGlob(`${'**/a/'.repeat(40)}b`, Array.from({ length: 120 }, () => 'a').join('/')), false);
    assert.ok(process.cpuUsage(begun).user < 500_000, 'half a second of CPU; a regular expression would take years');
  });
});
