import assert from 'node:assert/strict';
import { describeRunProblems } from '../../../../src/capture/store/describe-run-problems.ts';
import { finishManifest } from '../../../../src/capture/store/finish-manifest.ts';
import type { RawFiles, RawThread } from '../../../../src/capture/store/raw-files.ts';
import type { EndReason, ProbeNote, ProbeSidecar } from '../../../../src/protocol/probe.ts';
import { makeManifest, makeSidecar } from '../../../helpers/recording-fixture.ts';

const sidecar = (reason: EndReason, notes: readonly ProbeNote[] = [], signal: string | null = null): ProbeSidecar => makeSidecar({ reason, signal, notes });
const thread = (facts: ProbeSidecar | null): RawThread => ({ pid: 7, thread: '0', profile: '7-0-1.cpuprofile', sidecar: facts ? '7-0-1.json' : '', facts });
const raw = (more: Partial<RawFiles>): RawFiles => ({ threads: [], silent: [], joined: [], overflowed: false, ...more });
const nobody = () => false;

describe('What the files of a run tell', () => {
  it('a child without the probe, once however often it happened', () => {
    const note: ProbeNote = { code: 'child-without-probe', detail: 'worker.js --fast' };
    assert.deepEqual(describeRunProblems(raw({ threads: [thread(sidecar('exit', [note, note]))] }), nobody), [
      { code: 'child-without-probe', message: 'A child process was started without our NODE_OPTIONS, so its time is not in the result: worker.js --fast' },
    ]);
  });

  it('several children without the probe: the first, and how many more', () => {
    const notes = ['database.js', 'visitors.js', 'visitors.js', 'mailer.js'].map((detail): ProbeNote => ({ code: 'child-without-probe', detail }));
    assert.deepEqual(describeRunProblems(raw({ threads: [thread(sidecar('exit', notes))] }), nobody).map(({ message }) => message), [
      'A child process was started without our NODE_OPTIONS, so its time is not in the result: database.js and 2 more',
    ]);
  });

  it('processes that are missing, and those that go on', () => {
    const joined = [{ pid: 1, finished: true }, { pid: 2, finished: false }, { pid: 3, finished: false }];
    assert.deepEqual(describeRunProblems(raw({ joined, overflowed: true }), (pid) => pid === 3).map(({ message }) => message), [
      'The run had more than 64 processes; the others are not in the result',
      'One process of the run goes on in the background; what came later is not in the result',
      'One process ended without handing over a profile (killed or crashed)',
    ]);
  });

  const outcome = { durationMs: 5, exitCode: null, signal: null, cutShort: '', problems: [] };
  const end = (facts: ProbeSidecar | null, more = {}) => {
    const { partial, reason, signal } = finishManifest(makeManifest(), raw({ threads: [thread(facts)] }), { ...outcome, ...more });
    return [partial, reason, signal];
  };

  it('a whole run is not partial, also one that failed', () => {
    assert.deepEqual(end(sidecar('exit'), { exitCode: 1 }), [false, '', null]);
  });

  it('a signal is known from the program itself when the host can\'t tell', () => {
    assert.deepEqual(end(sidecar('signal', [], 'SIGHUP')), [true, 'SIGHUP ended the program', 'SIGHUP']);
  });

  it('the reason for a cut is ours when we know it', () => {
    assert.deepEqual(end(sidecar('stopped'), { cutShort: 'it was stopped', signal: 'SIGKILL' }), [true, 'it was stopped', 'SIGKILL']);
  });

  it('a profile without a sidecar is partial', () => {
    assert.deepEqual(end(null), [true, 'the program left no account of its end', null]);
  });
});
