import type { Finding } from '../../core/model/finding.ts';
import type { ScanProgress } from '../../protocol/worker.ts';

/** Time between two words, milliseconds. */
const pauseMs = 100;

/** Says how far a scan is, about ten times a second; the first finding is said at once. */
export class ProgressTeller {
  readonly #tell: (progress: ScanProgress) => void;
  readonly #now: () => number;
  #files = 0;
  #read = 0;
  #found: Finding[] = [];
  #hasFound = false;
  #last = -Infinity;

  constructor(tell: (progress: ScanProgress) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  begin(files: number): void {
    this.#files = files;
    this.#say();
  }

  read(files: number, findings: readonly Finding[] = []): void {
    this.#read += files;
    this.#found.push(...findings);
    const isFirst = !this.#hasFound && findings.length > 0;
    this.#hasFound ||= isFirst;
    if (isFirst || this.#now() - this.#last >= pauseMs) this.#say();
  }

  /** What was found since the last word must not be lost. */
  end(): void {
    this.#say();
  }

  #say(): void {
    this.#last = this.#now();
    this.#tell({ filesRead: this.#read, files: this.#files, findings: this.#found });
    this.#found = [];
  }
}
