import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, type LiveProject, openLiveProject } from '../../../../src/session/index.ts';
import { makeProject, queryInLoop, removeProjects, writeInto } from '../../../helpers/made-project.ts';

const service = `import { one } from './store';
export async function all(ids: string[]) {
  for (const id of ids) await one(id);
}
`;
const store = (body: string): string => `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const one = (id: string) => ${body};
`;
const asks = store('prisma.user.findFirst({ where: { id } })');
const counts = store('id.length');

const places = (findings: readonly Finding[]): string[] => findings.map(({ rule, file, line, chain }) => `${rule} ${file}:${line} > ${chain.at(-1)?.file ?? ''}`);

/** Needs dist/worker.cjs. */
describe('a live project', () => {
  let project: LiveProject | null = null;
  afterEach(() => {
    project?.dispose();
    project = null;
    removeProjects();
  });
  const open = (root: string, rules: readonly string[] = []): LiveProject => (project = openLiveProject(root, { rules }));

  it('gives the findings of a text that is not on disk yet', async () => {
    const root = makeProject({ 'a.ts': 'export {};\n' });
    const file = join(root, 'a.ts');
    const live = open(root);
    assert.deepEqual(await live.analyse(file, null), []);
    assert.deepEqual(places(await live.analyse(file, queryInLoop)), ['n-plus-one a.ts:4 > a.ts']);
    assert.deepEqual(await live.analyse(file, null), [], 'null is the text on disk again');
  });

  it('follows calls into other files, and into texts of theirs that are open', async () => {
    const root = makeProject({ 'service.ts': service, 'store.ts': counts });
    const live = open(root);
    assert.deepEqual(places(await live.analyse(join(root, 'service.ts'), null)), []);
    await live.analyse(join(root, 'store.ts'), asks);
    assert.deepEqual(places(await live.analyse(join(root, 'service.ts'), null)), ['n-plus-one service.ts:3 > store.ts']);
  });

  it('forgets what depended on a file that changed on disk', async () => {
    const root = makeProject({ 'service.ts': service, 'store.ts': asks });
    const live = open(root);
    assert.equal((await live.analyse(join(root, 'service.ts'), null)).length, 1);
    writeInto(root, 'store.ts', counts);
    live.changed([join(root, 'store.ts')]);
    assert.deepEqual(await live.analyse(join(root, 'service.ts'), null), []);
  });

  it('knows files that are made and removed, and settings that change, keeping open texts', async () => {
    const root = makeProject({ 'src/service.ts': service.replace('./store', '@data/store') });
    const file = join(root, 'src/service.ts');
    const live = open(root);
    assert.deepEqual(await live.analyse(file, `\n${service.replace('./store', '@data/store')}`), []);
    writeInto(root, 'data/store.ts', asks);
    writeInto(root, 'tsconfig.json', '{ "compilerOptions": { "paths": { "@data/*": ["./data/*"] } } }');
    live.changed([join(root, 'data/store.ts'), join(root, 'tsconfig.json')]);
    assert.deepEqual(places(await live.analyse(file, `\n${service.replace('./store', '@data/store')}`)), ['n-plus-one src/service.ts:4 > data/store.ts']);
    rmSync(join(root, 'data/store.ts'));
    live.changed([join(root, 'data/store.ts')]);
    assert.deepEqual(await live.analyse(file, null), []);
  });

  it('has no findings for files a scan leaves out, and for texts that are broken just now', async () => {
    const root = makeProject({ 'a.ts': queryInLoop, 'a.test.ts': queryInLoop, 'node_modules/x/a.ts': queryInLoop });
    const live = open(root);
    for (const path of ['a.test.ts', 'node_modules/x/a.ts', '../other.ts', 'gone.ts']) assert.deepEqual(await live.analyse(join(root, path), queryInLoop), [], path);
    assert.deepEqual(await live.analyse(join(root, 'a.ts'), `${queryInLoop}\nconst = 1;`), []);
    assert.equal((await live.analyse(join(root, 'a.ts'), queryInLoop)).length, 1);
  });

  it('runs only the rules it was opened with', async () => {
    const root = makeProject({ 'a.ts': queryInLoop });
    assert.deepEqual(await open(root, ['sync-blocking']).analyse(join(root, 'a.ts'), null), []);
  });

  it('rejects what is asked when it is closed', async () => {
    const root = makeProject({ 'a.ts': queryInLoop });
    const live = open(root);
    const asked = live.analyse(join(root, 'a.ts'), null);
    live.dispose();
    await assert.rejects(asked, /closed/);
    await assert.rejects(live.analyse(join(root, 'a.ts'), null), /closed/);
  });
});
