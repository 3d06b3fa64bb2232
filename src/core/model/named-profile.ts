import type { Profile } from './profile.ts';

/** One of the profiles a file holds: a thread, or one of the values that were counted. */
export interface NamedProfile {
  /** What the file calls it; empty when it holds only one and does not say. */
  readonly label: string;
  /** What its numbers count, such as `cpu` or `alloc_space`; profiles of one file add up only when it is the same. */
  readonly value: string;
  /** `null` when the file does not say. */
  readonly pid: number | null;
  readonly threadId: number | null;
  readonly profile: Profile;
}
