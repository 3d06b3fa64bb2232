import { pruneRecordings, sweepOrphans } from '../session/index.ts';

/** What the folder of recordings may hold; the oldest go first. */
const limits = { count: 50, bytes: 1_000_000_000 } as const;

/** Chores that must not stand in the way of a run: a store that can't be used is told by the run itself. */
const quietly = (chore: Promise<unknown>): Promise<void> => chore.then(() => undefined, () => undefined);

/** Ends what a command that was killed left running and makes partial recordings of it. */
export const sweepStore = (store: string): Promise<void> => quietly(sweepOrphans(store));

/** Deletes the oldest recordings past the limits. */
export const pruneStore = (store: string): Promise<void> => quietly(pruneRecordings(store, limits));
