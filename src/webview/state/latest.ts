/** The answer to the latest question. An answer to an earlier one is dropped. */
export class Latest<Answer> {
  private key: readonly unknown[] = [];
  private asked = false;
  private answer: { readonly value: Answer } | null = null;

  /** The answer where it is there; otherwise asks, once, and calls `arrived` when it comes. Parts of the key are compared by identity. */
  of(key: readonly unknown[], ask: () => Promise<Answer>, arrived: () => void, failed: (error: unknown) => void): Answer | null {
    if (this.asked && key.length === this.key.length && key.every((part, index) => part === this.key[index])) return this.answer?.value ?? null;
    this.key = key;
    this.asked = true;
    this.answer = null;
    ask().then((value) => {
      if (this.key !== key) return;
      this.answer = { value };
      arrived();
    }, (error: unknown) => {
      if (this.key === key) failed(error);
    });
    return null;
  }
}
