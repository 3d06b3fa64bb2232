import assert from 'node:assert/strict';
import type { ProbeSidecar } from '../../../src/protocol/probe.ts';
import { estimateOverhead } from '../../../src/session/estimate-overhead.ts';
import { profileFromText } from '../../helpers/profile-fixture.ts';
import { makeSidecar } from '../../helpers/recording-fixture.ts';

describe('The estimated overhead of a process', () => {
  const sidecar = (facts: Partial<ProbeSidecar>): ProbeSidecar => makeSidecar({ durationMs: 4, probeCpuMs: 60, processCpuMs: 1000, ...facts });
  const profile = profileFromText('main  main  (idle)  (idle)');
  const close = (actual: number | null, expected: number): void => assert.ok(actual !== null && Math.abs(actual - expected) < 1e-9, `${actual}, not ${expected}`);

  it('is the fixed cost and every sample, also of waiting, of the CPU the process used', () => {
    close(estimateOverhead(sidecar({}), profile), (60 + 4 * 0.022) / 1000);
  });

  it('counts a sample dearer before Node 22', () => {
    close(estimateOverhead(sidecar({ nodeVersion: 'v20.9.0' }), profile), (60 + 4 * 0.034) / 1000);
  });

  it('is the greater part of a program that did nothing, and never above one', () => {
    close(estimateOverhead(sidecar({ processCpuMs: 80 }), profile), (60 + 4 * 0.022) / 80);
    assert.equal(estimateOverhead(sidecar({ processCpuMs: 50 }), profile), 1);
  });

  it('is unknown where the probe did not say', () => {
    assert.equal(estimateOverhead(sidecar({ processCpuMs: 0 }), profile), null);
  });
});
