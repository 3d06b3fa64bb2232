import type { RunStage, Stage, StageResult } from './stage.ts';

/** Keeps what each stage prints until all before it have ended; the first unfinished one is shown as it comes. */
class OrderedOutput {
  readonly #order: readonly string[];
  readonly #write: (text: string) => void;
  readonly #texts = new Map<string, string>();
  readonly #ended = new Set<string>();

  constructor(order: readonly string[], write: (text: string) => void) {
    this.#order = order;
    this.#write = write;
  }

  add(name: string, text: string, ends = false): void {
    this.#texts.set(name, (this.#texts.get(name) ?? '') + text);
    if (ends) this.#ended.add(name);
    for (const next of this.#order) {
      const due = this.#texts.get(next);
      if (due) this.#write(due);
      this.#texts.delete(next);
      if (!this.#ended.has(next)) return;
    }
  }
}

const describe = ({ name, passed, failed, skipped, seconds }: StageResult): string =>
  `${name}: ${passed} ok, ${failed} not ok${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)\n`;

/**
 * Runs stages, at most `atOnce` at a time and each after what it needs; a stage whose need failed counts as one failure.
 * @returns results in the stages' order
 */
export async function runStages(stages: readonly Stage[], runStage: RunStage, write: (text: string) => void, atOnce = 2): Promise<StageResult[]> {
  const output = new OrderedOutput(stages.map(({ name }) => name), write);
  const results = new Map<string, StageResult>();
  const running = new Map<string, Promise<unknown>>();
  const waiting = new Set(stages);

  const start = async (stage: Stage): Promise<void> => {
    output.add(stage.name, `\n── ${stage.name} ──\n`);
    const missing = stage.after.filter((name) => results.get(name)?.failed);
    if (missing.length > 0) output.add(stage.name, `Not run: ${missing.join(', ')} failed.\n`);
    const result =
      missing.length > 0 ? { name: stage.name, passed: 0, failed: 1, skipped: 0, seconds: 0 } : await runStage(stage, (text) => output.add(stage.name, text));
    results.set(stage.name, result);
    output.add(stage.name, describe(result), true);
  };

  while (waiting.size > 0 || running.size > 0) {
    for (const stage of waiting) {
      if (running.size >= atOnce || stage.after.some((name) => !results.has(name))) continue;
      waiting.delete(stage);
      const ended = start(stage).finally(() => running.delete(stage.name));
      running.set(stage.name, ended);
    }
    await Promise.race(running.values());
  }
  return stages.flatMap(({ name }) => results.get(name) ?? []);
}
