import assert from 'node:assert/strict';
import { readSuppressions } from '../../../../src/core/callgraph/read-suppressions.ts';
import { LineTable } from '../../../../src/core/syntax/line-table.ts';
import { parseModule } from '../../../../src/core/syntax/parse-module.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const parser = await loadParser();

/** What the comments of a text silence: "rule in line: reason". */
const silenced = (text: string): string[] => {
  const parsed = parseModule(parser, 'a.ts', text, true);
  if (!parsed.ok) throw new Error(parsed.reason);
  return readSuppressions(parsed.program.comments ?? [], text, new LineTable(text)).map(({ rule, line, reason }) => `${rule || 'nothing'} in ${line}: ${reason}`);
};

describe('comments that silence', () => {
  const cases: Readonly<Record<string, string>> = {
    '// flameline-ignore slow-regexp: short': 'slow-regexp in 2: short',
    'f(); // flameline-ignore slow-regexp: short': 'slow-regexp in 1: short',
    '// flameline-ignore-file slow-regexp : short  ': 'slow-regexp in 0: short',
    '// flameline-ignore slow-regexp': 'slow-regexp in 2: ',
    '// flameline-ignore slow-regexp:': 'slow-regexp in 2: ',
    '// as told: flameline-ignore slow-regexp: a: b  c': 'slow-regexp in 2: a: b  c',
    '// flameline-ignore slow-regexp: see flameline-ignore other: short': 'slow-regexp in 2: see flameline-ignore other: short',
    '// flameline-ignore flameline-ignore slow-regexp: short': 'slow-regexp in 2: short',
    '/*\n * flameline-ignore slow-regexp:\n   short\n */': 'slow-regexp in 5: short',
    '/* flameline-ignore slow-regexp:\n   short\n */': 'slow-regexp in 4: short',
    '/* flameline-ignore slow-regexp: short\u2028 more */': 'nothing in 0: ',
    '// flameline-ignore slow-regexp, other: short': 'nothing in 0: ',
    '// flameline-ignore': 'nothing in 0: ',
    '// flameline-ignored slow-regexp, said so': '',
  };
  for (const [text, expected] of Object.entries(cases)) it(`${JSON.stringify(text)} says "${expected}"`, () => assert.equal(silenced(text).join(), expected));

  it('G24 takes no longer for a comment made to be slow', () => {
    const blanks = ' '.repeat(390_000);
    const again = 'flameline-ignore a: '.repeat(20_000);
    const begun = process.cpuUsage();
    assert.deepEqual(silenced(`// flameline-ignore a: x${blanks}y`), [`a in 2: x${blanks}y`]);
    assert.deepEqual(silenced(`/* ${again}x\n more */`), ['nothing in 0: ']);
    assert.ok(process.cpuUsage(begun).user < 500_000, 'half a second of CPU; one expression for all of it takes minutes');
  });

  it('G24 looks no further before a comment than it must, be they 20,000 behind 390,000 blanks', () => {
    const [first, second] = silenced(`${' '.repeat(390_000)}${'/* flameline-ignore a: x */'.repeat(20_000)}`);
    assert.deepEqual([first, second], ['a in 2: x', 'a in 1: x']);
  }).timeout(15_000);
});
