/** Something worth telling about an input or a run. `docs/faults.md` lists every code with its exact message. */
export interface Problem {
  /** Kebab-case and stable: part of the JSON contract. */
  readonly code: string;
  /** One sentence without the place; the place is in `byte` or `field`. */
  readonly message: string;
  readonly file?: string;
  /** 0-based offset into the (decompressed) input. */
  readonly byte?: number;
  /** Path inside the document, such as `nodes[3].id`. */
  readonly field?: string;
}

/** The outcome of reading untrusted data: a value with what was repaired, or the one problem that refuses it. Never a throw. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };
