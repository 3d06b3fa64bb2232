import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { endProcessTree, findDescendants } from '../../../../src/capture/launch/end-process-tree.ts';
import { parseStat } from '../../../../src/capture/launch/list-processes.ts';
import { isAlive, readProcessStart } from '../../../../src/capture/launch/process-identity.ts';
import { until } from '../../../helpers/until.ts';

describe('Ending what was started', () => {
  it('finds everything below a process, parents first, also in a circle', () => {
    const entry = (pid: number, parent: number) => ({ pid, parent, group: 0 });
    assert.deepEqual(findDescendants(2, [entry(2, 1), entry(3, 2), entry(4, 3), entry(5, 1), entry(6, 2), entry(2, 4)]), [2, 3, 6, 4]);
  });

  it('reads a process whose name has brackets and spaces', () => {
    const fields = ['S', '7', '8', ...Array.from({ length: 16 }, () => '0'), '12345'];
    assert.deepEqual(parseStat(`42 (a) b (c) ${fields.join(' ')}`), { state: 'S', parent: 7, group: 8, started: '12345' });
  });

  const tree = (detached: boolean) => {
    const inner = 'require("node:child_process").spawn(process.execPath,["-e","setInterval(()=>{},9)"],{stdio:"ignore"}).on("spawn",function(){console.log(this.pid)});setInterval(()=>{},9)';
    const child = spawn(process.execPath, ['-e', inner], { detached, stdio: ['ignore', 'pipe', 'ignore'] });
    return { child, inner: new Promise<number>((done) => child.stdout.once('data', (data: Buffer) => done(Number(data)))) };
  };

  for (const detached of [true, false]) {
    it(`ends a process and its child ${detached ? 'in a group of their own' : 'in our group, and not us'}`, async () => {
      const { child, inner } = tree(detached);
      const innerPid = await inner;
      endProcessTree(child.pid ?? 0, false);
      await until('both have ended', () => child.signalCode === 'SIGTERM' && !isAlive(innerPid));
    });
  }

  it('never signals itself, init or nonsense', () => {
    for (const pid of [process.pid, 1, 0, -1, Number.NaN]) endProcessTree(pid, true);
  });

  it('tells two processes with one pid apart by their start', async () => {
    assert.notEqual(await readProcessStart(process.pid), '');
    assert.equal(await readProcessStart(process.pid), await readProcessStart(process.pid));
    assert.notEqual(await readProcessStart(process.pid), await readProcessStart(1));
    assert.equal(await readProcessStart(2 ** 30), '');
  });
});
