import { isFunctionRanges, workerMethods } from '../protocol/worker.ts';
import type { FunctionRange } from '../protocol/worker.ts';
import { withAnalysisThread } from './analysis-thread.ts';

/** The functions of an original source, by the analysis thread: it loads the TypeScript compiler the first time it is asked. */
export const findFunctionRanges = (file: string, text: string, signal?: AbortSignal): Promise<readonly FunctionRange[]> =>
  withAnalysisThread((peer) => peer.request(workerMethods.findFunctionRanges, { file, text }, isFunctionRanges), signal);
