import { growingInts } from '../../model/growing-column.ts';

/** The nodes of a heap profile as they are opened: each below the one that is open then. */
export class NodeTree {
  readonly #parent = growingInts();
  readonly #func = growingInts();
  /** Row of the node that is open; -1 before the first and after the last. */
  current = -1;

  get length(): number {
    return this.#parent.length;
  }

  /** @param func until `setFunction` says better */
  open(func: number): void {
    this.#parent.push(this.current);
    this.#func.push(func);
    this.current = this.length - 1;
  }

  close(): void {
    this.current = this.#parent.at(this.current);
  }

  setFunction(func: number): void {
    this.#func.add(this.current, func - this.#func.at(this.current));
  }

  toColumns(): { readonly parent: Int32Array; readonly func: Int32Array } {
    return { parent: this.#parent.toColumn(), func: this.#func.toColumn() };
  }
}
