import { judge } from './judge.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import { SeenBlocks } from './seen-blocks.ts';
import { collectSeeds } from './seeds.ts';

/** Inputs between two looks at the coverage, which cost as much as many inputs. */
const batchSize = 32;
/** Findings that end a run. */
const mostFindings = 20;

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  /** Ends the run early, ms; default: never. */
  readonly deadlineMs?: number;
  /** Keeps inputs that reach new blocks. */
  readonly guided: boolean;
  readonly onProgress?: (done: number, kept: number, blocks: number) => void;
}

export interface Finding {
  readonly input: Uint8Array;
  readonly fault: string;
}

export interface FuzzResult {
  readonly inputs: number;
  /** Inputs kept beside the seeds, because they reached new blocks. */
  readonly kept: number;
  readonly blocks: number;
  readonly findings: readonly Finding[];
}

/** Changes known inputs at random and judges each; those that reach code no other reached are changed further. */
export function fuzz({ inputs, seed, deadlineMs = Infinity, guided, onProgress }: FuzzOptions): FuzzResult {
  const random = new Random(seed);
  const corpus = collectSeeds();
  const seeds = corpus.length;
  const blocks = guided ? new SeenBlocks() : null;
  const findings: Finding[] = [];
  const run = (input: Uint8Array): void => {
    const fault = judge(input);
    if (fault !== null && !findings.some((known) => known.fault === fault)) findings.push({ input, fault });
  };
  for (const input of corpus) run(input);
  blocks?.countNew();
  const end = performance.now() + deadlineMs;
  let done = 0;
  while (done < inputs && findings.length < mostFindings && performance.now() < end) {
    const batch = Array.from({ length: Math.min(batchSize, inputs - done) }, () => mutate(random.pick(corpus), random.pick(corpus), random));
    batch.forEach(run);
    done += batch.length;
    // Of a batch that reached something new all are kept: each of them may be the one.
    if (blocks !== null && blocks.countNew() > 0) corpus.push(...batch.filter((input) => input.length > 0));
    onProgress?.(done, corpus.length - seeds, blocks?.size ?? 0);
  }
  blocks?.dispose();
  return { inputs: done, kept: corpus.length - seeds, blocks: blocks?.size ?? 0, findings };
}
