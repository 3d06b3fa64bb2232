import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hasUnwrittenWorkers, listJoined, readRawFiles } from '../../../../src/capture/store/raw-files.ts';
import { makeProject, removeProjects, writeInto } from '../../../helpers/made-project.ts';
import { makeSidecar } from '../../../helpers/recording-fixture.ts';

describe('The files of a run', () => {
  afterEach(removeProjects);
  const account = (pid = 7): string => JSON.stringify(makeSidecar({ pid }));
  const profiles = async (names: readonly string[], mainPid?: number): Promise<string[]> => {
    const folder = makeProject(Object.fromEntries(names.map((name) => [`${name}.cpuprofile`, ''])));
    return (await readRawFiles(folder, mainPid)).threads.map(({ pid, thread }) => `${pid} ${thread}`);
  };

  it('stand by process, a main thread before its workers', async () => {
    assert.deepEqual(await profiles(['12-0-1', '9-w10-1', '9-w2-1', '9-0-1']), ['9 0', '9 w2', '9 w10', '12 0']);
  });

  it('begin with the program, whatever number it has', async () => {
    assert.deepEqual(await profiles(['3-0-1', '12-w1-1', '12-0-1'], 12), ['12 0', '12 w1', '3 0']);
    assert.deepEqual(await profiles(['3-0-1', '4294967292-0-1'], 4294967292), ['4294967292 0', '3 0']);
  });

  it('keep a thousand workers beside their process', async () => {
    assert.deepEqual(await profiles(['8-0-1', '7-w1001-1', '7-0-1']), ['7 0', '7 w1001', '8 0']);
  });

  it('carry the account that stands beside them', async () => {
    const folder = makeProject({ '7-0-1.cpuprofile': '', '7-0-1.json': account(), '8-0-1.cpuprofile': '', '8-0-1.json': '{"version":1}', '9-0-1.cpuprofile': '', '9-0-1.json': '{' });
    const { threads } = await readRawFiles(folder, 7);
    assert.deepEqual(threads.map(({ sidecar, facts }) => [sidecar, facts?.pid]), [['7-0-1.json', 7], ['', undefined], ['', undefined]]);
  });

  it('of a main thread that left an account alone tell why; a worker\'s does not', async () => {
    const folder = makeProject({ '7-0-1.json': account(7), '8-w1-1.json': account(8), '9-0-1.json': 'no' });
    const { threads, silent } = await readRawFiles(folder, 7);
    assert.deepEqual([threads, silent.map(({ pid }) => pid)], [[], [7]]);
  });

  it('count only by their own names, and only as files', async () => {
    const folder = makeProject({ 'a-0-1.cpuprofile': '', '7-0-1.cpuprofile.tmp': '', '7-x1-1.cpuprofile': '', '7-0.cpuprofile': '', 'x7-0-1.cpuprofile': '' });
    mkdirSync(join(folder, '7-0-1.cpuprofile'));
    const outside = makeProject({ secret: account() });
    symlinkSync(join(outside, 'secret'), join(folder, '8-0-1.cpuprofile'));
    symlinkSync(join(outside, 'secret'), join(folder, '9-0-1.json'));
    assert.deepEqual(await readRawFiles(folder, 7), { threads: [], silent: [], joined: [], overflowed: false });
  });

  it('tell who joined and who is finished, and that more came than are profiled', async () => {
    const folder = makeProject({ '7-1.live': '', '7-0-1.json': '', '8-2.live': '', '8-0-1.json': '', 'x-1.live': '', '9.live': '', limit: '' });
    const { joined, overflowed } = await readRawFiles(folder, undefined);
    assert.deepEqual([joined.toSorted((a, b) => a.pid - b.pid), overflowed], [[{ pid: 7, finished: true }, { pid: 8, finished: false }], true]);
  });

  it('of a folder that is gone are none', async () => {
    const gone = join(makeProject(), 'gone');
    assert.deepEqual([await listJoined(gone), await hasUnwrittenWorkers(gone)], [[], false]);
  });

  it('are awaited from a worker that left its account and no profile yet', async () => {
    const folder = makeProject({ '7-w1-1.json': '', '7-w1-1.cpuprofile': '', '7-0-1.json': '' });
    assert.equal(await hasUnwrittenWorkers(folder), false);
    writeInto(folder, '7-w2-1.json', '');
    assert.equal(await hasUnwrittenWorkers(folder), true);
  });
});
