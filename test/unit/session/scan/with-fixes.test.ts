import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, PlacedFix } from '../../../../src/core/model/finding.ts';
import { applyEdits } from '../../../../src/core/model/source-fix.ts';
import { offsetOf } from '../../../../src/core/fixes/text-lines.ts';
import { scanProject } from '../../../../src/session/scan/scan-project.ts';
import { withFixes } from '../../../../src/session/scan/source-fixes.ts';
import { makeProject, queryInLoop, removeProjects, writeInto } from '../../../helpers/made-project.ts';

const scan = (root: string): ReturnType<typeof scanProject> => scanProject({ root, paths: [''], rules: [], factsFolder: null }, () => undefined);

/** As a reader of SARIF makes the change: by lines and columns alone. */
const changed = (text: string, { edits }: PlacedFix): string =>
  applyEdits(text, edits.map(({ line, column, endLine, endColumn, text: added }) => ({ start: offsetOf(text, line, column), end: offsetOf(text, endLine, endColumn), text: added })));

const whatIs = ({ rule, line, fixes = [] }: Finding): string => `${rule}:${line} ${fixes.map(({ title }) => title).join() || '–'}`;
const commented = 'export const a = 1; // flameline-ignore slow-regexp: short\r\n  // flameline-ignore slow-regexp: short\r\n';

describe('fixes of a scan', () => {
  afterEach(removeProjects);

  it('stand at the findings that have one, by line and column, and take them away', async () => {
    const text = `${commented}${queryInLoop.replace('findFirst', 'findUnique').replaceAll('\n', '\r\n')}`;
    const root = makeProject({ 'a.ts': text, 'silenced.ts': queryInLoop.replace('  for', '  // flameline-ignore n-plus-one: few\n  for') });
    const { findings } = await withFixes(await scan(root));
    assert.deepEqual(findings.filter(({ file, rule }) => file === 'a.ts' && rule === 'ignore-comment').map(whatIs), ['ignore-comment:1 Remove this comment', 'ignore-comment:2 Remove this comment']);
    assert.deepEqual(findings.filter(({ file }) => file === 'silenced.ts').map(whatIs), ['n-plus-one:5 –'], 'what is silenced needs none');
    for (const finding of findings.filter(({ file, fixes }) => file === 'a.ts' && fixes)) {
      for (const fix of finding.fixes ?? []) {
        writeInto(root, 'a.ts', changed(text, fix));
        const left = (await scan(root)).findings.filter(({ file, rule }) => file === 'a.ts' && rule === finding.rule).length;
        assert.equal(left, findings.filter(({ file, rule }) => file === 'a.ts' && rule === finding.rule).length - 1, `${whatIs(finding)} in\n${changed(text, fix)}`);
      }
    }
  });

  it('stand where an editor has them, which counts no byte order mark', async () => {
    const placesIn = async (mark: string): Promise<unknown> => {
      const { findings } = await withFixes(await scan(makeProject({ 'a.ts': `${mark}${commented}` })));
      return findings.map(({ line, column, endColumn, fixes }) => ({ line, column, endColumn, fixes }));
    };
    assert.deepEqual(await placesIn('\uFEFF'), await placesIn(''));
  });

  it('are none for a file that is gone or broken since', async () => {
    const root = makeProject({ 'a.ts': commented, 'b.ts': commented });
    const result = await scan(root);
    rmSync(join(root, 'a.ts'));
    writeInto(root, 'b.ts', 'const = ;');
    assert.deepEqual((await withFixes(result)).findings, result.findings);
  });
});
