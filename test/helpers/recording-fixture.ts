import type { RecordingManifest } from '../../src/capture/store/manifest.ts';
import type { ProbeSidecar } from '../../src/protocol/probe.ts';

/** What a store says of a whole, short run of `/p/main.js`. */
export const makeManifest = (more: Partial<RecordingManifest> = {}): RecordingManifest => ({
  version: 1, id: 'x', label: 'main.js', file: '/p/main.js', args: [], cwd: '/p', command: [], loader: 'none', nodePath: '/n', nodeVersion: 'v24.1.0',
  intervalUs: 1000, startedAt: '2026-01-01T00:00:00.000Z', durationMs: 5, exitCode: 0, signal: null, partial: false, reason: '', git: null, profiles: [], sources: [], problems: [], ...more,
});

/** The account a main thread leaves beside its profile. */
export const makeSidecar = (more: Partial<ProbeSidecar> = {}): ProbeSidecar => ({
  version: 1, pid: 7, parentPid: 1, threadId: 0, label: 'main.js', argv: [], nodeVersion: 'v24.1.0', intervalUs: 1000, reason: 'exit', signal: null,
  durationMs: 3, probeCpuMs: 5, processCpuMs: 7, scripts: [], notes: [], ...more,
});
