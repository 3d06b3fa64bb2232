/** Most that are kept over a reload. */
const most = 2_000;

/** Which lines of a tree are open: what the state says and what was opened since, for keys come faster than frames. */
export class OpenLines<Key> {
  private open: ReadonlySet<Key> = new Set();
  private known: readonly Key[] | null | undefined;
  /** What the state says until it has heard of the latest press. */
  private outdated: readonly Key[] | null | undefined;

  /** @param usual those that are open as long as nobody opened or closed one */
  take(saved: readonly Key[] | null, usual: () => Iterable<Key>): ReadonlySet<Key> {
    if (saved === this.known) this.outdated = undefined;
    else if (saved !== this.outdated) {
      this.known = saved;
      this.open = new Set(saved ?? usual());
    }
    return this.open;
  }

  get current(): ReadonlySet<Key> {
    return this.open;
  }

  /** The next `take` asks for what is usual. */
  forget(): void {
    this.known = undefined;
  }

  /** Opens lines that nobody pressed: nothing to keep. */
  reveal(keys: readonly Key[]): ReadonlySet<Key> {
    if (keys.some((key) => !this.open.has(key))) this.open = new Set([...this.open, ...keys]);
    return this.open;
  }

  /** What the state is to keep from now on. */
  press(key: Key, open: boolean): readonly Key[] {
    const next = new Set(this.open);
    if (open) next.add(key);
    else next.delete(key);
    this.outdated = this.known;
    this.open = next;
    this.known = [...next].slice(-most);
    return this.known;
  }
}
