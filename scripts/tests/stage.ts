import type { TestCount } from '../../test/helpers/counting-reporter.ts';

/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  /** Arguments of Node, one program after the other until one fails. */
  readonly programs: readonly (readonly string[])[];
  /** Stages that must have passed before. */
  readonly after: readonly string[];
  /** `tests`: the run leaves its own counts; `check`: it counts as one. */
  readonly counts: 'check' | 'tests';
}

export interface StageResult extends TestCount {
  readonly name: string;
  readonly seconds: number;
}

/** Starts a stage; `print` gets what it says, as it says it. Never rejects. */
export type RunStage = (stage: Stage, print: (text: string) => void) => Promise<StageResult>;
