import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertRefused, at, makeFolder, removeFolders, runCli } from './run-cli.ts';

const loop = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function load(ids: string[]) {
  for (const id of ids) await prisma.user.findFirst({ where: { id } });
}
`;

function makeProject(files: Readonly<Record<string, string>>): string {
  const cwd = makeFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

function skipped(json: string): string[] {
  const { filesSkipped }: { filesSkipped: { file: string; reason: string }[] } = JSON.parse(json);
  return filesSkipped.map(({ file, reason }) => `${file}: ${reason}`);
}

describe('flameline scan', () => {
  afterEach(removeFolders);

  for (const node of [20, 24] as const) {
    it(`prints each finding with its place, the way and what to write instead on Node ${node}`, async () => {
      const { code, stdout, stderr } = await runCli(['scan'], { cwd: makeProject({ 'src/a.ts': loop }), node });
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^src\/a\.ts:4:31 {2}warning {2}n-plus-one\n {2}`user\.findFirst` \(Prisma\) runs once per element of `ids`: one query each\.\n {2}Fetch all with `findMany/);
      assert.match(stdout, /\n1 finding\.\n1 file read\.\nCalls in loops that could be followed: 1 of 1 \(100 %\)\.\n$/);
    });
  }

  it('prints one JSON document with places from 1 and paths relative to the root', async () => {
    const { stdout } = await runCli(['scan', '--format', 'json'], { cwd: makeProject({ 'src/a.ts': loop }) });
    assert.deepEqual(['rule', 'kind', 'severity', 'file', 'line', 'column', 'endLine', 'endColumn'].map((key) => at(stdout, 'findings', 0, key)), ['n-plus-one', 'query', 'warning', 'src/a.ts', 4, 31, 4, 71]);
    assert.deepEqual([at(stdout, 'version'), at(stdout, 'filesScanned'), at(stdout, 'truncated'), at(stdout, 'findings', 0, 'chain', 0, 'label')], [1, 1, false, 'user.findFirst']);
  });

  it('ends with 1 only when a finding reaches what --fail-on names', async () => {
    const cwd = makeProject({ 'src/a.ts': loop });
    assert.deepEqual([(await runCli(['scan', '--fail-on', 'warning'], { cwd })).code, (await runCli(['scan', '--fail-on', 'error'], { cwd })).code], [1, 0]);
    writeFileSync(join(cwd, 'src/a.ts'), loop.replace('  for', '  // flameline-ignore n-plus-one: few\n  for'));
    const { code, stdout } = await runCli(['scan', '--fail-on', 'hint'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /No findings, 1 silenced in the source\./);
  });

  it('names a broken file with its line, and reads the others', async () => {
    const { code, stdout } = await runCli(['scan', '--format', 'json'], { cwd: makeProject({ 'a.ts': loop, 'broken.ts': `${loop}\nconst = ;` }) });
    assert.equal(code, 0);
    assert.match(skipped(stdout).join(), /^broken\.ts: .+ \(line 7\)$/);
    assert.deepEqual([at(stdout, 'filesScanned'), at(stdout, 'findings', 0, 'file')], [1, 'a.ts']);
  });

  it('leaves out dependencies, ignored, generated, minified and binary files, tests and migrations, and says so', async () => {
    const cwd = makeProject({
      'node_modules/x/a.ts': loop, '.gitignore': 'private/\n*.gen.ts', 'private/a.ts': loop, 'b.gen.ts': loop, 'made.ts': `// @generated\n${loop}`, 'a.min.js': 'for(;;){}',
      'a.test.ts': loop, 'migrations/1.ts': loop, 'binary.ts': 'for (\0', 'types.d.ts': 'declare const a: 1;', 'large.ts': `${loop}${' '.repeat(1_000_001)}`,
    });
    symlinkSync(cwd, join(cwd, 'round'));
    const { stdout } = await runCli(['scan', '--format', 'json'], { cwd });
    assert.deepEqual(skipped(stdout).toSorted(), [
      'a.min.js: minified', 'a.test.ts: test', 'b.gen.ts: ignored by git', 'binary.ts: it is no text', 'large.ts: it is larger than 1 MB', 'made.ts: generated', 'migrations/1.ts: migration', 'node_modules: dependencies', 'private: ignored by git',
    ]);
    assert.deepEqual(JSON.parse(stdout).findings, []);
  });

  it('ends with 2 and a sentence when a file that was named can not be read, and still reports on the others', async () => {
    const cwd = makeProject({ 'a.ts': loop, 'broken.ts': 'const = 1;\n', 'more/broken.ts': `${loop}const = 1;\n` });
    const end = await runCli(['scan', './broken.ts', 'a.ts', '--fail-on', 'warning'], { cwd });
    assert.deepEqual([end.code, end.stderr], [2, './broken.ts: Variable declaration expected (line 1)\n']);
    assert.match(end.stdout, /^a\.ts:4/);
    const folder = await runCli(['scan', 'more'], { cwd });
    assert.deepEqual([folder.code, folder.stderr], [0, ''], 'in a folder it is one of those that are listed');
    assert.match(folder.stdout, /^more\/broken\.ts: not read, Variable declaration expected/);
  });

  it('reports on the named paths and follows calls out of them', async () => {
    const cwd = makeProject({ 'src/a.ts': loop, 'src/seed.ts': loop, 'lib/b.ts': "import { load } from '@app/a';\nexport const all = async (xs) => { for (const x of xs) one(x); };\nconst one = (x) => load.one(x);", 'tsconfig.json': '{ /* ours */ "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }' });
    assert.match((await runCli(['scan', 'lib'], { cwd })).stdout, /No findings\.\n1 file read/);
    assert.match((await runCli(['scan', 'src/seed.ts'], { cwd })).stdout, /^src\/seed\.ts:4/, 'a file named by itself is looked at');
    writeFileSync(join(cwd, 'src/a.ts'), loop.replace('for (const id of ids) ', '').replace('export async function load', 'export const load = { one }; async function one'));
    assert.match((await runCli(['scan', 'lib'], { cwd })).stdout, /^lib\/b\.ts:2:56 {2}warning.*\n.* through `one` → `one`\.\n {2}→ one {2}lib\/b\.ts:3\n {2}→ user\.findFirst {2}src\/a\.ts:4/);
  });

  it('keeps what it learned in the cache folder of the user, and nothing with --no-cache', async () => {
    const cwd = makeProject({ 'a.ts': loop });
    const env = { XDG_CACHE_HOME: makeFolder() };
    const facts = join(env.XDG_CACHE_HOME, 'flameline', 'facts');
    const cold = await runCli(['scan', '--no-cache'], { cwd, env });
    assert.equal(existsSync(facts), false);
    assert.deepEqual([await runCli(['scan'], { cwd, env }), await runCli(['scan'], { cwd, env })], [cold, cold]);
    assert.equal(readdirSync(facts).length, 1);
  });

  it('shows with --baseline only what is new, and fails only on that', async () => {
    const cwd = makeProject({ 'a.ts': loop });
    for (const format of ['json', 'sarif']) {
      writeFileSync(join(cwd, 'a.ts'), loop);
      writeFileSync(join(cwd, 'old'), (await runCli(['scan', '--format', format], { cwd })).stdout);
      writeFileSync(join(cwd, 'a.ts'), `// moved\n${loop}`);
      const same = await runCli(['scan', '--baseline', 'old', '--fail-on', 'hint'], { cwd });
      assert.deepEqual([same.code, /No new findings, 1 known from the baseline\./.test(same.stdout)], [0, true], format);
      writeFileSync(join(cwd, 'b.ts'), loop);
      const more = await runCli(['scan', '--baseline', 'old', '--fail-on', 'warning'], { cwd });
      assert.match(more.stdout, /^b\.ts:4.*\n[^]*\n1 new finding, 1 known from the baseline\./);
      assert.equal(more.code, 1);
      rmSync(join(cwd, 'b.ts'));
    }
    writeFileSync(join(cwd, 'old'), '{"version": 1, "findings": [{}]}');
    assertRefused(await runCli(['scan', '--baseline', 'old'], { cwd }), /old: This is no baseline: `findings\[0\]\.fingerprint` must be a text/);
    assertRefused(await runCli(['scan', '--baseline', 'gone'], { cwd }), /gone: It does not exist/);
    writeFileSync(join(cwd, 'old'), JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'ESLint' } }, results: [] }] }));
    assertRefused(await runCli(['scan', '--baseline', 'old'], { cwd }), /old: This is no baseline: it was written by ESLint, not by Flameline/);
  });

  it('writes the edits that take findings away into SARIF, and only there', async () => {
    const cwd = makeProject({ 'a.ts': '// flameline-ignore slow-regexp: short\nexport const a = 1;\n' });
    const { stdout } = await runCli(['scan', '--format', 'sarif'], { cwd });
    const [{ fixes }]: { fixes: { artifactChanges: { replacements: object[] }[] }[] }[] = JSON.parse(stdout).runs[0].results;
    assert.deepEqual(fixes[0].artifactChanges[0].replacements, [{ deletedRegion: { startLine: 1, startColumn: 1, endLine: 2, endColumn: 1 }, insertedContent: { text: '' } }]);
    assert.doesNotMatch((await runCli(['scan', '--format', 'json'], { cwd })).stdout, /fixes/);
  });

  it('goes by the flameline.config.json of the project, and refuses one with a wrong field in one line', async () => {
    const cwd = makeProject({ 'a.ts': loop, 'flameline.config.json': '{ "rules": { "n-plus-one": "info" } }' });
    assert.match((await runCli(['scan'], { cwd })).stdout, /^a\.ts:4:31 {2}info {2}n-plus-one\n/);
    writeFileSync(join(cwd, 'flameline.config.json'), '{\n  "rules": {\n    "n-plus-on": "off"\n  }\n}\n');
    const end = await runCli(['scan'], { cwd });
    assertRefused(end, /^flameline\.config\.json: `rules\.n-plus-on` is unknown; allowed: n-plus-one \(line 3, column 5\)$/m);
    assert.equal(end.stdout, '');
  });

  it('says that a baseline seems to be of another project, and goes on', async () => {
    const elsewhere = makeProject({ 'src/orders.ts': loop });
    const cwd = makeProject({ 'a.ts': loop });
    writeFileSync(join(cwd, 'old'), (await runCli(['scan', '--format', 'sarif'], { cwd: elsewhere })).stdout);
    const end = await runCli(['scan', '--baseline', 'old', '--fail-on', 'warning'], { cwd });
    assertRefused(end, /^old: The file it names, src\/orders\.ts, is not in .+: it seems to be of another project$/m, 1);
    assert.match(end.stdout, /^a\.ts:4/);
  });

  it('shows with --since what touches changed lines, also on the way of a finding', async () => {
    const cwd = makeProject({ 'a.ts': loop, 'b.ts': "import { one } from './c';\nexport const all = async (ids: string[]) => {\n  for (const id of ids) await one(id);\n};\n", 'c.ts': loop.replace('load(ids', 'one(ids').replace('for (const id of ids) ', 'const id = ids[0]; ') });
    const git = (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], { cwd, stdio: 'ignore' });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'first');
    assert.match((await runCli(['scan', '--since', 'HEAD'], { cwd })).stdout, /^No findings\./);
    writeFileSync(join(cwd, 'c.ts'), loop.replace('load(ids', 'one(ids').replace('for (const id of ids) ', 'const id = ids[1]; '));
    assert.match((await runCli(['scan', '--since', 'HEAD'], { cwd })).stdout, /^b\.ts:3[^]*\n1 finding\./);
    assertRefused(await runCli(['scan', '--since', 'gone'], { cwd }), /git knows no commit, branch or tag "gone"/);
    assertRefused(await runCli(['scan', '--since', 'HEAD'], { cwd, env: { PATH: '' } }), /--since needs git, and there is none on PATH/);
  });

  it('refuses what it does not understand with one line', async () => {
    const cwd = makeProject({ 'a.ts': loop });
    assertRefused(await runCli(['scan', '--rule', 'n-plus-two'], { cwd }), /--rule must be .*n-plus-one.*, not "n-plus-two"/);
    assertRefused(await runCli(['scan', '--format', 'xml'], { cwd }), /--format must be text, json, sarif or markdown, not "xml"/);
    assertRefused(await runCli(['scan', '--fail-on', 'never'], { cwd }), /--fail-on must be error, warning, info or hint, not "never"/);
    assertRefused(await runCli(['scan', 'gone'], { cwd }), /^gone: It does not exist$/m);
    writeFileSync(join(cwd, 'notes.md'), '# Notes');
    for (const name of ['notes.md', './notes.md', join(cwd, 'notes.md')]) {
      const end = await runCli(['scan', 'a.ts', name], { cwd });
      assertRefused(end, /: It is no JavaScript or TypeScript that could be scanned$/m);
      assert.ok(end.stderr.startsWith(`${name}: `), 'named as it was typed');
    }
  });
});
