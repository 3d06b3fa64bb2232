import { type FunctionChanges, listChanges, type Measure, scaleOf } from '../../core/compare/list-changes.ts';
import type { ProfileUnit } from '../../core/model/profile.ts';
import { formatChange, formatCompared } from '../../core/report/format-change.ts';
import type { DifferenceView } from '../../protocol/engine.ts';
import type { ProfileModel } from '../model/profile-model.ts';

/** Two numbers in the chosen measure: of the unit of the data, or shares. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** The difference of two runs in one scope and one measure. */
export class Compared {
  readonly difference: DifferenceView;
  readonly changes: FunctionChanges;
  readonly measure: Measure;
  private readonly unit: ProfileUnit;
  private readonly scale: Pair;

  constructor(difference: DifferenceView, model: ProfileModel, measure: Measure) {
    const { before, after } = difference;
    this.difference = difference;
    this.measure = measure;
    this.unit = model.unit;
    this.changes = listChanges(before.functions, after.functions, model.functions, measure);
    this.scale = { before: scaleOf(before.functions, measure), after: scaleOf(after.functions, measure) };
  }

  /** What a stack took, with all below it. */
  totals(row: number): Pair {
    const { before, after } = this.difference;
    return { before: before.tree.total[row] * this.scale.before, after: after.tree.total[row] * this.scale.after };
  }

  self(func: number): Pair {
    return { before: this.changes.selfBefore[func], after: this.changes.selfAfter[func] };
  }

  total(func: number): Pair {
    return { before: this.changes.totalBefore[func], after: this.changes.totalAfter[func] };
  }

  /** Both runs without idle. */
  get whole(): Pair {
    const [before, after] = [this.difference.before.functions, this.difference.after.functions];
    return { before: (before.all - before.idle) * this.scale.before, after: (after.all - after.idle) * this.scale.after };
  }

  /** `1.26 s`, `12.3 %`. */
  say(value: number): string {
    return formatCompared(this.told(value), { unit: this.unit, measure: this.measure });
  }

  /** Of the earlier run, in the unit of the data. */
  sayVanished(value: number): string {
    return this.say(value * this.scale.before);
  }

  /** `−1.23 s`. */
  sayChange({ before, after }: Pair): string {
    return formatChange(this.told(after - before), { unit: this.unit, measure: this.measure });
  }

  /** `1.26 s → 23.5 ms (−1.23 s)`. */
  sayPair(pair: Pair): string {
    return `${this.say(pair.before)} → ${this.say(pair.after)} (${this.sayChange(pair)})`;
  }

  /** Reports tell ms and thousands. */
  private told(value: number): number {
    return this.measure === 'share' ? value : value / 1000;
  }
}
