import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compareWithBaseline, keepChangedSince, scan, type ScanResult, writeScan } from '../../../../src/session/index.ts';
import { makeProject, removeProjects, writeInto } from '../../../helpers/made-project.ts';

const git = (cwd: string, ...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], { cwd, stdio: 'ignore' });

const load = (...body: string[]): string =>
  ["import { PrismaClient } from '@prisma/client';", 'const prisma = new PrismaClient();', 'export async function load(ids: string[], late: string[]) {', ...body, '}', ''].join('\n');
const query = 'await prisma.user.findFirst({ where: { id } });';

/** The scan after the change, and what is left of it. */
const narrowAfter = async (before: string, after: string): Promise<{ readonly whole: ScanResult; readonly left: ScanResult }> => {
  const cwd = makeProject({ 'a.ts': before });
  git(cwd, 'init', '-q');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'first');
  writeInto(cwd, 'a.ts', after);
  const whole = await scan([], { cwd });
  return { whole, left: await keepChangedSince(whole, 'HEAD') };
};

/** Lines of the findings that are left after the change. */
const leftAfter = async (before: string, after: string): Promise<number[]> => (await narrowAfter(before, after)).left.findings.map(({ line }) => line);

/** Needs dist/worker.cjs. */
describe('the findings that are left since a commit', () => {
  afterEach(removeProjects);

  const heads = {
    'for…of': ['for (const id of ids) {', 'for (const id of late) {', '}'],
    'counted for': ['for (let i = 0; i < ids.length; i++) { const id = ids[i];', 'for (let i = 0; i < late.length; i++) { const id = late[i];', '}'],
    'while': ['for (let id; ids.length > 0;) { id = ids.pop();', 'while (ids.length > 0) { const id = ids.pop();', '}'],
    'callback': ['await Promise.all(ids.map(async (id) => {', 'await Promise.all(late.map(async (id) => {', '}));'],
  };
  for (const [name, [before, after, end]] of Object.entries(heads)) {
    it(`hold the query whose loop goes over something else now: ${name}`, async () => {
      assert.deepEqual(await leftAfter(load(before, 'void 0;', query, end), load(after, 'void 0;', query, end)), [6]);
    });
  }

  it('hold the query whose do…while ends otherwise now', async () => {
    const before = load('do {', 'const id = ids.pop();', query, '} while (ids.length > 1);');
    assert.deepEqual(await leftAfter(before, before.replace('> 1', '> 0')), [6]);
  });

  it('hold the query in an inner loop when the outer one changed', async () => {
    const body = ['for (const id of ids) {', query, '}', '}'];
    assert.deepEqual(await leftAfter(load('for (const one of ids) {', ...body), load('for (const one of late) {', ...body)), [6]);
  });

  it('are known by the same fingerprints as without --since, in every format', async () => {
    const twice = ['for (const id of ids) {', query, '}'];
    const { whole, left } = await narrowAfter(load(...twice, 'void 0;', ...twice), load(...twice, 'void 0;', 'for (const id of ids) { // changed', query, '}'));
    assert.deepEqual([whole.findings.length, left.findings.length], [2, 1]);
    for (const format of ['json', 'sarif'] as const) {
      const printsOf = (result: ScanResult): string[] => [...writeScan(result, format, { version: '0', color: false }).matchAll(/"(?:fingerprint|flameline\/v1)": "(\w+)"/g)].map(([, print]) => print);
      assert.deepEqual(printsOf(left), [printsOf(whole)[1]], format);
    }
  });

  it('are none when only another line of the body changed', async () => {
    assert.deepEqual(await leftAfter(load('for (const id of ids) {', 'void 0;', query, 'void 1;', '}'), load('for (const id of ids) {', 'void 2;', query, 'void 3;', '}')), []);
  });
});

describe('a baseline that was cut off', () => {
  afterEach(removeProjects);

  for (const format of ['json', 'sarif'] as const) {
    it(`is told, as ${format}, and one that is whole is not`, async () => {
      const root = makeProject({ 'a.ts': '' });
      const place = { file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
      const result: ScanResult = {
        root, filesScanned: 1, filesSkipped: [], coverage: { resolved: 0, calls: 0 }, truncated: false,
        findings: [{ rule: 'n-plus-one', kind: 'query', severity: 'warning', message: 'One query each.', advice: 'Ask once.', alsoMatches: [], chain: [], ...place }],
      };
      const doubtOf = async (truncated: boolean): Promise<string | null> => {
        writeInto(root, 'old', writeScan({ ...result, truncated }, format, { version: '0', color: false }));
        return (await compareWithBaseline(result, join(root, 'old'))).doubt;
      };
      assert.deepEqual([await doubtOf(true), await doubtOf(false)], ['It lists 1 finding and there were more, which count as new', null]);
    });
  }
});
