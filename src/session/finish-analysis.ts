import type { Analysis, RecordingManifest } from './types.ts';

/** An analysis that was read before the end was known, told how the run went. The manifest speaks for the first recording. */
export const finishAnalysis = (analysis: Analysis, { partial, reason, exitCode, signal, problems }: RecordingManifest): Analysis => ({
  ...analysis,
  recordings: analysis.recordings.map((recording, index) => (index === 0 ? { ...recording, partial, reason, exitCode, signal } : recording)),
  problems: [...problems, ...analysis.problems],
});
