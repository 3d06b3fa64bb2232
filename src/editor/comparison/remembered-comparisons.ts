import { memory } from '../ids.ts';
import type { ComparedRun } from './compared-run.ts';

/** The two runs of a tab. */
export type RunPair = readonly [ComparedRun, ComparedRun];

/** What outlives the window, as an editor keeps it. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** More open comparisons than these are not brought back. */
const most = 50;

/** Which comparisons were open when the window was left, so that their tabs can be filled again. Storage is read like any data. */
export class RememberedComparisons {
  private readonly memento: Memory;
  /** Of the last window, those whose tab has not asked yet. */
  private readonly waiting: RunPair[];

  constructor(memento: Memory) {
    this.memento = memento;
    const stored = memento.get(memory.comparisons);
    this.waiting = Array.isArray(stored) ? stored.filter(isPair).slice(0, most) : [];
  }

  /** Beside those that are open, those of hidden tabs, which are filled when they are looked at. */
  keep(open: readonly RunPair[]): void {
    const all = [...this.waiting, ...open].slice(-most);
    void this.memento.update(memory.comparisons, all.length === 0 ? undefined : all);
  }

  /** The pair of a tab that comes back, told by its title; each is given once. `null` when it is not known any more. */
  take(title: string, titleOf: (runs: RunPair) => string): RunPair | null {
    const at = this.waiting.findIndex((runs) => titleOf(runs) === title);
    return at < 0 ? null : this.waiting.splice(at, 1)[0];
  }
}

const isRun = (value: unknown): value is ComparedRun =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'label' in value && typeof value.label === 'string' && 'time' in value && typeof value.time === 'number';
const isPair = (value: unknown): value is RunPair => Array.isArray(value) && value.length === 2 && value.every(isRun);
