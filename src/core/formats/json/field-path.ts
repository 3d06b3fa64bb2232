/** Steps shown of each end of a long path. */
const shownSteps = 8;

/** Where in a document we are, written as `nodes[3].id`. */
export class FieldPath {
  /** By open container: the key or the index of the value we are at. */
  readonly #steps: (string | number)[] = [];

  enter(isArray: boolean): void {
    this.#steps.push(isArray ? 0 : '');
  }

  leave(): void {
    this.#steps.pop();
  }

  setKey(key: string): void {
    this.#steps[this.#steps.length - 1] = key;
  }

  nextIndex(): void {
    const last = this.#steps.length - 1;
    this.#steps[last] = Number(this.#steps[last]) + 1;
  }

  toString(): string {
    const steps = this.#steps;
    const path = steps.length <= 2 * shownSteps ? write(steps) : `${write(steps.slice(0, shownSteps))}…${write(steps.slice(-shownSteps))}`;
    return path.replace(/^\./, '');
  }
}

const write = (steps: readonly (string | number)[]): string => steps.map((step) => (typeof step === 'number' ? `[${step}]` : step === '' ? '' : `.${step.slice(0, 64)}`)).join('');
