import type { Analysis, FunctionTime, OpenedRecording, RecordingManifest } from '../../../src/session/index.ts';

/** A row of `Analysis.functions` with quiet defaults. */
export const functionTime = (part: Partial<FunctionTime>): FunctionTime => ({
  name: 'f', file: '/app/src/rows.ts', line: 1, column: 1, category: 'own', mapping: 'exact', selfMs: 0, totalMs: part.selfMs ?? 0,
  selfShare: 0, totalShare: part.selfShare ?? 0, shareError: 0.01, samples: 10, lines: [], callers: [], callees: [], gcMs: 0, ...part,
});

/** The run of ux.md: 1.50 s of CPU in 1,500 samples, 1.22 s of it in parseRow. */
export const rowsAnalysis: Analysis = {
  unit: 'microseconds',
  recordings: [{
    label: 'import.ts', pid: 7, threadId: 0, durationMs: 1_500, idleMs: 0, samples: 1_500, intervalUs: 1_000, overheadShare: 0.03, partial: false, reason: '', exitCode: 0, signal: null,
  }],
  durationMs: 1_500,
  idleMs: 0,
  categories: [{ name: 'own', selfMs: 1_470 }, { name: 'node', selfMs: 20 }, { name: 'gc', selfMs: 10 }, { name: 'idle', selfMs: 0 }],
  functions: [
    functionTime({
      name: 'parseRow', line: 12, selfMs: 1_220, totalMs: 1_250, selfShare: 0.8133, totalShare: 0.8333, shareError: 0.02, samples: 1_220,
      lines: [{ line: 15, selfMs: 1_040 }, { line: 14, selfMs: 180 }],
      callers: [{ index: 1, totalMs: 1_150 }, { index: 2, totalMs: 100 }],
      callees: [{ index: 3, totalMs: 20 }],
      gcMs: 10,
    }),
    functionTime({ name: 'readFile', line: 30, selfMs: 150, totalMs: 1_300, selfShare: 0.1, totalShare: 0.8667 }),
    functionTime({ name: 'importAll', file: '/app/src/import.ts', line: 3, selfMs: 100, totalMs: 1_500, selfShare: 0.0667, totalShare: 1 }),
    functionTime({ name: 'split', file: 'node:string', line: 0, category: 'node', selfMs: 20, selfShare: 0.0133 }),
  ],
  lines: [
    { file: '/app/src/rows.ts', line: 15, selfMs: 1_040, share: 0.6933, samples: 1_040 },
    { file: '/app/src/rows.ts', line: 14, selfMs: 180, share: 0.12, samples: 180 },
    { file: '/app/src/rows.ts', line: 31, selfMs: 150, share: 0.1, samples: 150 },
    { file: '/app/src/import.ts', line: 4, selfMs: 100, share: 0.0667, samples: 100 },
  ],
  problems: [],
};

export const rowsManifest: RecordingManifest = {
  version: 1, id: '20261121-220000-7', label: 'import.ts', file: '/app/src/import.ts', args: ['--all'], cwd: '/app', command: [], loader: 'none', nodePath: '/usr/bin/node',
  nodeVersion: 'v24.21.0', intervalUs: 1_000, startedAt: '2026-11-21T22:00:00.000Z', durationMs: 1_500, exitCode: 0, signal: null, partial: false, reason: '', git: null,
  profiles: [{ profile: 'main.cpuprofile', sidecar: '' }], sources: [], problems: [],
};

export const rowsRecording: OpenedRecording = { path: '/store/20261121-220000-7', manifest: rowsManifest, analysis: rowsAnalysis };
