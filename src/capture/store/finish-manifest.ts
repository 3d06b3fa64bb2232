import type { Problem } from '../../core/model/problem.ts';
import { endReasons } from './end-reasons.ts';
import type { RecordingManifest } from './manifest.ts';
import type { RawFiles } from './raw-files.ts';

/** How a run went, as the one who ran it knows it. */
export interface RunOutcome {
  readonly durationMs: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Why it ended before its own end; empty = it did not, as far as is known. */
  readonly cutShort: string;
  readonly problems: readonly Problem[];
}

/** Joins what was known before the run, what the files say and how it went. The first profile's sidecar speaks for the program. */
export const finishManifest = (manifest: RecordingManifest, { threads }: RawFiles, outcome: RunOutcome): RecordingManifest => {
  const { durationMs, exitCode, problems } = outcome;
  const main = threads[0]?.facts ?? null;
  const signal = outcome.signal ?? main?.signal ?? null;
  const told = main === null ? 'the program left no account of its end' : endReasons[main.reason];
  // Whoever asked for a time has the run stopped when it is over; the probe knows that it was.
  const cutShort = main?.reason === 'duration' ? endReasons.duration : outcome.cutShort;
  const reason = cutShort || (main?.reason === 'signal' && signal !== null ? `${signal} ended the program` : told);
  return {
    ...manifest,
    durationMs,
    exitCode: signal === null ? exitCode : null,
    signal,
    partial: reason !== '',
    reason,
    profiles: threads.map(({ profile, sidecar }) => ({ profile, sidecar })),
    problems,
  };
};
