import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis } from '../../../src/core/model/analysis.ts';
import type { ProbeSidecar } from '../../../src/protocol/probe.ts';
import { describeLoss } from '../../../src/session/describe-loss.ts';
import { findShortProfile } from '../../../src/session/find-short-profile.ts';
import { hashSource } from '../../../src/session/hash-source.ts';
import { hashSources } from '../../../src/session/hash-sources.ts';
import { makeSidecar } from '../../helpers/recording-fixture.ts';

const sidecar = makeSidecar({ durationMs: 4000 });
const emptyAnalysis: Analysis = { unit: 'microseconds', recordings: [], durationMs: 0, idleMs: 0, categories: [], functions: [], lines: [], problems: [] };

describe('Whether the profile covers the run', () => {
  const recorded = (durationMs: number): Analysis => ({
    ...emptyAnalysis,
    recordings: [{ label: '', pid: 7, threadId: 0, durationMs, idleMs: 0, samples: 1, intervalUs: 1000, overheadShare: null, partial: false, reason: '', exitCode: 0, signal: null }],
  });

  it('says nothing about what Node needs to start and end', () => {
    assert.deepEqual(findShortProfile(recorded(3200), sidecar, 5000), []);
  });

  it('tells a profile that is smaller than the run', () => {
    assert.deepEqual(findShortProfile(recorded(1000), sidecar, 5000), [{ code: 'profile-shorter-than-run', message: 'The profile covers 1.0 s of the 4.0 s that were recorded' }]);
  });

  it('compares with the whole run when the program could not say', () => {
    assert.equal(findShortProfile(recorded(1000), null, 9000)[0]?.message, 'The profile covers 1.0 s of the 9.0 s that were recorded');
  });
});

describe('Why a run left no profile', () => {
  const loss = (notes: ProbeSidecar['notes']) => describeLoss({ threads: [], silent: [{ ...sidecar, notes }], joined: [], overflowed: false }, { code: 0, signal: null }).message;

  it('names what stood in the way', () => {
    assert.equal(loss([{ code: 'permission-denied', detail: '' }]), 'The program runs with the permission model (--permission), which forbids profiling');
    assert.equal(loss([{ code: 'inspector-unavailable', detail: '' }]), 'This Node.js has no inspector, which profiling needs');
    assert.equal(loss([{ code: 'write-failed', detail: 'ENOSPC' }]), 'The profile could not be written (ENOSPC)');
  });

  it('tells a program that ended before the probe was there', () => {
    const problem = describeLoss({ threads: [], silent: [], joined: [], overflowed: false }, { code: 9, signal: null });
    assert.equal(problem.message, 'The program ended with exit code 9 before profiling began');
  });
});

describe('The sources of a result', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-sources-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const line = (file: string) => ({ file, line: 1, selfMs: 1, share: 1, samples: 1 });
  const hash = (files: readonly string[], startedAt = Date.now() + 1000) => hashSources({ ...emptyAnalysis, lines: files.map(line) }, [root], startedAt);
  const write = (name: string, text: string): string => {
    const file = join(root, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  it('are hashed once each, dependencies and Node\'s own left out', async () => {
    const file = write('a.ts', 'one');
    const { sources, problems } = await hash([file, file, write('node_modules/x/b.js', 'two'), 'node:fs', '', join(root, 'gone.ts')]);
    assert.deepEqual(sources, [{ file, sha256: hashSource('one') }]);
    assert.deepEqual(problems, []);
  });

  it('are never read outside the workspace, not through a link either', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'flameline-outside-'));
    writeFileSync(join(outside, 'secret.ts'), 'secret');
    symlinkSync(join(outside, 'secret.ts'), join(root, 'link.ts'));
    assert.deepEqual((await hash([join(outside, 'secret.ts'), join(root, 'link.ts')])).sources, []);
    rmSync(outside, { recursive: true });
  });

  it('are told when they changed after the start', async () => {
    const file = write('a.ts', 'one');
    const later = new Date(Date.now() + 60_000);
    utimesSync(file, later, later);
    assert.deepEqual((await hash([file], Date.now())).problems.map(({ code, file: name }) => [code, name]), [['edited-during-run', file]]);
  });
});
