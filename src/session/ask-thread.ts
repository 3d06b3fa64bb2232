import { type Peer, RequestFailure } from '../protocol/peer.ts';
import { isReadProgress, workerHostMethods } from '../protocol/worker.ts';
import type { ReadProgress } from '../protocol/worker.ts';
import { withAnalysisThread } from './analysis-thread.ts';
import { SessionError } from './types.ts';

export interface AskOptions {
  /** Aborting it ends the reading and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How far the reading is; at most a hundred times a file. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** What it is about, when it is one file. */
  readonly file?: string;
}

/** One request to the analysis thread. A thread that stopped rejects with a `SessionError`. */
export async function askThread<Answer>(work: (peer: Peer) => Promise<Answer>, { signal, onProgress, file }: AskOptions): Promise<Answer> {
  const hears = new Map([[workerHostMethods.progress, (params: unknown): void => { if (isReadProgress(params)) onProgress?.(params); }]]);
  try {
    return await withAnalysisThread(work, signal, hears);
  } catch (error) {
    throw sayStopped(error, file);
  }
}

/** Out of memory, above all: the thread is gone, the process is not. Other errors stay what they are. */
export const sayStopped = (error: unknown, file?: string): unknown =>
  error instanceof RequestFailure ? new SessionError({ code: 'analysis-stopped', message: error.message.replace(/\.$/, ''), ...(file !== undefined && { file }) }) : error;
