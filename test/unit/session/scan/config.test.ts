import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanResult } from '../../../../src/session/index.ts';
import { scan as scanInThread, SessionError } from '../../../../src/session/index.ts';
import { writeScan } from '../../../../src/core/report/write-scan.ts';
import { ProjectAnalysis } from '../../../../src/session/scan/analyse-files.ts';
import { readConfigFile } from '../../../../src/session/scan/read-config-file.ts';
import { scanProject } from '../../../../src/session/scan/scan-project.ts';
import { makeProject, queryInLoop, removeProjects, writeInto } from '../../../helpers/made-project.ts';

const page = readFileSync(new URL('../../../../docs/config.md', import.meta.url), 'utf8');
const example = Object.fromEntries([...page.matchAll(/^`([^`]+)`:\n\n```\w+\n([^]*?)```/gm)].map(([, path, text]) => [path, text]));

/** What the analysis thread does, in this one. */
const scan = (root: string, rules: readonly string[] = []): Promise<ScanResult> => scanProject({ root, paths: [''], rules, factsFolder: null }, () => undefined);
const told = ({ findings }: ScanResult): string[] => findings.map(({ rule, severity, file, line }) => `${file}:${line} ${rule} ${severity}`);
const withConfig = (config: unknown, files: Readonly<Record<string, string>> = { 'a.ts': queryInLoop }): string => makeProject({ ...files, 'flameline.config.json': JSON.stringify(config) });
const callsPerElement = (before: string, call: string): string => `${before}\nexport async function load(ids: string[]) {\n  for (const id of ids) await ${call};\n}\n`;

describe('flameline.config.json in a scan', () => {
  afterEach(removeProjects);

  it('makes a client of the wrapper in docs/config.md, as that page shows', async () => {
    const { 'flameline.config.json': config, ...files } = example;
    assert.deepEqual(told(await scan(makeProject(files))).filter((finding) => finding.includes('n-plus-one')), [], 'without it nothing is known');
    const text = writeScan(await scan(makeProject({ ...files, 'flameline.config.json': config })), 'text', { version: '0', color: false });
    assert.ok(text.startsWith(/```text\n(lib\/orders[^]*?)```/.exec(page)?.[1] ?? 'no output on the page'), text);
  });

  const client = (part: object): object => ({ clients: [{ name: 'ours', ...part }] });
  const found: readonly (readonly [what: string, config: object, code: string])[] = [
    ['a function of a package', client({ from: ['@acme/db'], reads: ['fetchOne'] }), callsPerElement("import { fetchOne } from '@acme/db';", 'fetchOne(id)')],
    ['a member of what a package exports', client({ from: ['@acme/*'], writes: ['db.users.save'] }), callsPerElement("import { db } from '@acme/db';", 'db.users.save(id)')],
    ['an object that a class of a package makes', client({ from: ['@acme/db'], reads: ['Database.one'] }), callsPerElement("import { Database } from '@acme/db';\nconst held = new Database();", 'held.one(id)')],
    ['a parameter of a type of a package', client({ from: ['@acme/db'], reads: ['Database.one'] }), "import type { Database } from '@acme/db';\nexport async function load(held: Database, ids: string[]) {\n  for (const id of ids) await held.one(id);\n}\n"],
    ['a name that nothing else is known of', client({ reads: ['db.fetchOne'] }), callsPerElement('declare const ctx: any;', 'ctx.db.fetchOne(id)')],
    ['the default export of a package', client({ from: ['acme'], reads: ['fetchOne'] }), callsPerElement("import acme from 'acme';", 'acme.fetchOne(id)')],
  ];
  for (const [what, config, code] of found) {
    it(`counts calls of ${what}`, async () => {
      assert.deepEqual(told(await scan(withConfig(config, { 'a.ts': code }), ['n-plus-one'])).map((finding) => finding.replace(/:\d+/, '')), ['a.ts n-plus-one warning']);
    });
  }

  const silent: readonly (readonly [what: string, config: object, code: string])[] = [
    ['another package', client({ from: ['@acme/db'], reads: ['fetchOne'] }), callsPerElement("import { fetchOne } from '@other/db';", 'fetchOne(id)')],
    ['another name of the package', client({ from: ['@acme/db'], reads: ['fetchOne'] }), callsPerElement("import { fetchAll } from '@acme/db';", 'fetchAll(id)')],
    ['a function of the project that has the name', client({ reads: ['fetchOne'] }), callsPerElement('const fetchOne = (id: string) => id;', 'fetchOne(id)')],
  ];
  for (const [what, config, code] of silent) it(`says nothing of ${what}`, async () => assert.deepEqual(told(await scan(withConfig(config, { 'a.ts': code }), ['n-plus-one'])), []));

  it('turns rules off, and sets how serious they are', async () => {
    assert.deepEqual(told(await scan(withConfig({ rules: { 'n-plus-one': 'error' } }))), ['a.ts:4 n-plus-one error']);
    assert.deepEqual(told(await scan(withConfig({ rules: { 'n-plus-one': 'off', 'await-in-loop': 'off' } }))), []);
    assert.deepEqual(told(await scan(withConfig({ rules: { 'n-plus-one': 'off' } }))).length, 1, 'the rule that saw the same cause takes its place');
    assert.deepEqual(told(await scan(withConfig({ rules: { 'n-plus-one': 'off' } }), ['n-plus-one'])), []);
  });

  it('leaves out ignored files, counts them, and follows calls into them', async () => {
    const files = { 'legacy/a.ts': queryInLoop, 'src/b.ts': "import { one } from '../legacy/one';\nexport const all = async (ids: string[]) => {\n  for (const id of ids) await one(id);\n};\n", 'legacy/one.ts': queryInLoop.replace('load(ids', 'one(ids').replace('for (const id of ids) ', 'const id = ids[0]; ') };
    const result = await scan(withConfig({ ignore: ['legacy/**'] }, files));
    assert.deepEqual(told(result), ['src/b.ts:3 n-plus-one warning']);
    assert.deepEqual(result.filesSkipped, ['legacy/a.ts', 'legacy/one.ts'].map((file) => ({ file, reason: 'ignored by flameline.config.json' })));
  });

  it('knows the files that answer requests', async () => {
    const files = { 'src/jobs/report.ts': "import { readFileSync } from 'node:fs';\nexport function report(name: string) {\n  return readFileSync(name);\n}\nfunction unused(name: string) {\n  return readFileSync(name);\n}\n" };
    const severities = async (config: object) => (await scan(withConfig(config, files))).findings.map(({ line, severity, onRequest }) => `${line} ${severity} ${onRequest === true}`);
    const [without, known] = [await severities({}), await severities({ entries: ['src/jobs/**'] })];
    assert.notDeepEqual(known, without);
    assert.equal(known.filter((finding) => finding.startsWith('3 ') && !without.includes(finding)).length, 1, `${without.join()} → ${known.join()}`);
    assert.deepEqual(known.filter((finding) => finding.startsWith('6 ')), without.filter((finding) => finding.startsWith('6 ')), 'only what is exported');
  });

  it('holds for open files as for a scan, and anew when it changes', async () => {
    const root = withConfig({ rules: { 'n-plus-one': 'hint' } });
    const project = await ProjectAnalysis.open({ root, rules: [], factsFolder: null });
    const live = (): string[] => project.analyse('a.ts', queryInLoop).map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(live(), ['n-plus-one hint']);
    for (const [config, expected] of [[{ rules: { 'n-plus-one': 'error' } }, ['n-plus-one error']], [{ ignore: ['a.ts'] }, []], [{ ignore: 1 }, ['n-plus-one warning']]] as const) {
      writeInto(root, 'flameline.config.json', JSON.stringify(config));
      project.changed(['flameline.config.json']);
      assert.deepEqual(live(), expected);
    }
  });

  it('G17 refuses a configuration that is a link out of the project', () => {
    const outside = makeProject({ 'c.json': '{ "rules": { "n-plus-one": "off" } }' });
    const root = makeProject({ 'a.ts': queryInLoop });
    symlinkSync(join(outside, 'c.json'), join(root, 'flameline.config.json'));
    const { config, problems } = readConfigFile(root);
    assert.deepEqual([config.rules, problems.map(({ message }) => message)], [{}, ['It is a link that leads out of the project']]);
  });

  it('G16 a configuration with a wrong field ends a scan, named with its place and what is allowed', async () => {
    const root = withConfig({ rules: { 'n-plus-one': 'loud' }, ignore: 1 });
    await assert.rejects(scanInThread([], { cwd: root }), (error) => {
      assert.ok(error instanceof SessionError);
      assert.deepEqual([error.problem.code, error.problem.file], ['bad-config', join(root, 'flameline.config.json')]);
      assert.equal(error.message, '`rules.n-plus-one` must be off, error, warning, info or hint, not "loud" (line 1, column 24); 1 more is wrong');
      return true;
    });
  });
});
