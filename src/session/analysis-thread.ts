import { Worker } from 'node:worker_threads';
import { connect } from '../protocol/peer.ts';
import type { Handlers, Peer } from '../protocol/peer.ts';
import { bundlePath } from './bundles.ts';

/** A thread out of work ends after this; it holds the TypeScript compiler once it has been asked for function ranges. */
const idleMs = 10_000;

export interface AnalysisThread {
  readonly worker: Worker;
  readonly peer: Peer;
  /** What it may say while it works, by word; of the request it works on. */
  readonly hears: Map<string, (params: unknown) => unknown>;
  /** Whatever it is doing; what was asked of it is rejected. */
  end(reason: string): void;
  /** It stopped because its heap was full. */
  isFull(): boolean;
}

/** The one thread out of work, and the timer that ends it. Neither keeps the process alive. */
let idle: { readonly thread: AnalysisThread; readonly timer: NodeJS.Timeout } | null = null;

/**
 * Runs one request in a thread of its own, started on demand. Aborting ends the thread, whatever it is doing, and rejects.
 * @param hears what the thread may say meanwhile
 */
export async function withAnalysisThread<Answer>(work: (peer: Peer) => Promise<Answer>, signal?: AbortSignal, hears: Handlers = new Map()): Promise<Answer> {
  signal?.throwIfAborted();
  const thread = takeThread();
  thread.hears.clear();
  for (const [word, handle] of hears) thread.hears.set(word, handle);
  const abort = (): void => thread.end('The reading was cancelled.');
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const answer = await work(thread.peer);
    keep(thread);
    return answer;
  } catch (error) {
    thread.end('The reading failed.');
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function takeThread(): AnalysisThread {
  const held = idle;
  if (held) {
    idle = null;
    clearTimeout(held.timer);
    held.thread.worker.ref();
    return held.thread;
  }
  return startThread();
}

/**
 * A thread that is not shared.
 * @param heapMb what it may fill; a small heap is swept more often, which keeps the process small. By default V8's own limit.
 */
export function startThread(heapMb?: number): AnalysisThread {
  // The user's own NODE_OPTIONS (a loader, a preload) are for their programs, not for this thread.
  const worker = new Worker(bundlePath('worker.cjs'), { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' }, ...(heapMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 24 } }) });
  const hears: AnalysisThread['hears'] = new Map();
  const peer = connect({ post: (message, buffers = []) => worker.postMessage(message, [...buffers]), listen: (receive) => void worker.on('message', receive) }, hears);
  let isFull = false;
  worker.on('error', (error) => {
    isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    peer.dispose(`The analysis stopped: ${error.message}`);
  });
  worker.on('exit', () => {
    peer.dispose('The analysis stopped.');
    if (idle?.thread.worker === worker) {
      clearTimeout(idle.timer);
      idle = null;
    }
  });
  const end = (reason: string): void => {
    peer.dispose(reason);
    void worker.terminate();
  };
  return { worker, peer, hears, end, isFull: () => isFull };
}

function keep(thread: AnalysisThread): void {
  if (idle) return thread.end('The analysis thread is not needed.');
  thread.worker.unref();
  const timer = setTimeout(() => {
    idle = null;
    thread.end('The analysis thread is not needed.');
  }, idleMs);
  timer.unref();
  idle = { thread, timer };
}
