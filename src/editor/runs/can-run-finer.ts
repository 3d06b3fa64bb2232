import type { OpenedRecording } from '../../session/index.ts';

/** Runs shorter than this give few samples at 1 ms, ms. */
const shortMs = 2_000;
/** The interval of a finer run, µs. */
export const finerIntervalUs = 200;

/** A short run that was sampled coarsely: running it again, finer, makes the numbers surer. */
export const canRunFiner = ({ manifest }: OpenedRecording): boolean =>
  manifest !== null && manifest.durationMs < shortMs && manifest.intervalUs > finerIntervalUs;
