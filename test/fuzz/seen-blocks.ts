import { Session } from 'node:inspector';

/** Which blocks of our readers ran, by V8's precise coverage in this very process. */
export class SeenBlocks {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  get size(): number {
    return this.#seen.size;
  }

  /** How many blocks ran since the last time that had never run before. */
  countNew(): number {
    const before = this.#seen.size;
    this.#session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error) return;
      for (const { url, functions } of coverage.result) {
        if (!url.includes('/src/core/')) continue;
        for (const { ranges } of functions) for (const { startOffset, endOffset, count } of ranges) if (count > 0) this.#seen.add(`${url} ${startOffset} ${endOffset}`);
      }
    });
    return this.#seen.size - before;
  }

  dispose(): void {
    this.#session.disconnect();
  }
}
