import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftovers, pullProfiles, startRecording, stopRun } from '../../../../src/capture/launch/end-run.ts';
import type { ProcessExit, RunningProcess } from '../../../../src/capture/launch/process-host.ts';
import { nobodysPid } from '../../../helpers/fake-run.ts';
import { makeProject, removeProjects, writeInto } from '../../../helpers/made-project.ts';
import { until } from '../../../helpers/until.ts';

describe('Ending a run', () => {
  afterEach(removeProjects);
  /** A program whose end the test decides; what was there when it was signalled is written down. */
  const program = (folder: string, onKill: (hard: boolean) => void = () => undefined) => {
    const kills: string[] = [];
    let end: (exit: ProcessExit) => void = () => undefined;
    const exited = new Promise<ProcessExit>((done) => (end = done));
    const running: RunningProcess = {
      pid: nobodysPid,
      exited,
      kill: (hard) => {
        kills.push(`${hard ? 'hard' : 'gentle'}${existsSync(join(folder, 'stop')) ? ' after stop' : ''}`);
        onKill(hard);
      },
    };
    return { running, kills, end: () => end({ code: 0, signal: null }) };
  };
  const live = { '1073741824-1.live': '' };
  /** A process of the run that goes on: this one. */
  const alive = { [`${process.pid}-1.live`]: '' };

  it('asks for the profile, signals gently, and takes the rest by force', async () => {
    const folder = makeProject(live);
    const { running, kills, end } = program(folder, (hard) => { if (!hard) end(); });
    await stopRun(folder, running);
    assert.deepEqual(kills, ['gentle after stop', 'hard after stop']);
  });

  it('waits out the grace of a program that does not go', async () => {
    const folder = makeProject(live);
    const { running, kills } = program(folder);
    const before = performance.now();
    await stopRun(folder, running, 120);
    assert.ok(performance.now() - before >= 120);
    assert.deepEqual(kills, ['gentle after stop', 'hard after stop']);
  });

  it('does not signal before a living process has handed over', async () => {
    const folder = makeProject(alive);
    const { running, kills, end } = program(folder);
    const stopping = stopRun(folder, running, 0);
    await until('the word to stop', () => existsSync(join(folder, 'stop')));
    assert.deepEqual(kills, []);
    writeInto(folder, `${process.pid}-0-1.json`, '{}');
    end();
    await stopping;
    assert.deepEqual(kills, ['gentle after stop', 'hard after stop']);
  });

  it('waits for no profile of a process that is gone', async () => {
    const folder = makeProject(live);
    const before = performance.now();
    await pullProfiles(folder);
    assert.ok(performance.now() - before < 2000);
    assert.ok(existsSync(join(folder, 'stop')));
  });

  it('asks for the workers\' profiles before force, when some are missing', async () => {
    const folder = makeProject({ ...live, '1073741824-w1-1.json': '{}' });
    const { running, kills } = program(folder);
    const stopping = stopRun(folder, running, 0);
    await until('the word for the workers', () => existsSync(join(folder, 'workers')));
    assert.deepEqual(kills, ['gentle after stop']);
    writeInto(folder, '1073741824-w1-1.cpuprofile', '{}');
    await stopping;
    assert.deepEqual(kills, ['gentle after stop', 'hard after stop']);
  });

  it('does not ask for workers when all has ended by itself', async () => {
    const folder = makeProject({ ...live, '1073741824-w1-1.json': '{}' });
    const { running, end } = program(folder, (hard) => { if (!hard) end(); });
    await stopRun(folder, running, 2000);
    assert.ok(!existsSync(join(folder, 'workers')));
  });

  it('that left nobody behind signals nobody', async () => {
    const folder = makeProject({ ...live, ...alive, [`${process.pid}-0-1.json`]: '{}' });
    const { running, kills, end } = program(folder);
    end();
    await endLeftovers(folder, running);
    assert.deepEqual([kills, existsSync(join(folder, 'stop'))], [[], false]);
  });

  it('asks what is left behind for its profile, then ends it', async () => {
    const folder = makeProject(alive);
    const { running, kills, end } = program(folder);
    end();
    const ending = endLeftovers(folder, running);
    await until('the word to stop', () => existsSync(join(folder, 'stop')));
    writeInto(folder, `${process.pid}-0-1.json`, '{}');
    await ending;
    assert.deepEqual(kills, ['gentle after stop', 'hard after stop']);
  });

  it('tells every process to begin by one file, and fails nobody when the folder is gone', async () => {
    const folder = makeProject();
    await startRecording(folder);
    assert.ok(existsSync(join(folder, 'start')));
    await startRecording(join(folder, 'gone'));
  });
});
