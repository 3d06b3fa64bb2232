import type { Profile } from '../model/profile.ts';
import { findCallees } from './find-callees.ts';
import { contains, functionAtLine, functionOfFrame, functionWithin } from './find-function.ts';
import { remember } from './remember.ts';
import type { ScriptFunction, ScriptSource } from './script-source.ts';

/** A place among the functions of the scripts. */
export interface Owner {
  readonly scriptId: string;
  readonly fn: ScriptFunction;
}

/** `own` = the line can be the sampled function's; `unknown` = it can't, and no one function can be named. */
export type TickOwner = Owner | 'own' | 'unknown';

/** A dependency's function is taken to reach at most this far below its first line. */
const foreignReach = 2000;

/**
 * V8 up to Node 24 counts a tick in inlined code for the caller, but with the callee's line, even one of another file.
 * A line outside the caller's text, or wholly inside a function within it, shows whose it was.
 */
export class TickOwners {
  readonly #profile: Profile;
  readonly #scripts: ReadonlyMap<string, ScriptSource>;
  readonly #texts = new Map<number, ScriptFunction | null>();
  readonly #inner = new Map<ScriptFunction, Map<number, ScriptFunction | null>>();
  #callees: ReadonlyMap<number, ReadonlySet<number>> = new Map();

  constructor(profile: Profile, scripts: ReadonlyMap<string, ScriptSource>) {
    this.#profile = profile;
    this.#scripts = scripts;
  }

  /** The text of a row of functions; `null` when the probe did not tell. */
  textOf(row: number): ScriptFunction | null {
    const { line, column } = this.#profile.functions;
    return remember(this.#texts, row, () => functionOfFrame(this.#functionsBeside(row), line[row], column[row]));
  }

  /** Whether a function's line can't be its own. Cheap. */
  isForeign(row: number, line: number): boolean {
    const text = this.textOf(row);
    return text !== null && (!contains(text, line) || this.#within(row, text, line) !== null);
  }

  /** Must be told all rows with foreign ticks before `ownerOf`. */
  prepare(callers: ReadonlySet<number>): void {
    this.#callees = findCallees(this.#profile, callers);
  }

  ownerOf(row: number, line: number): TickOwner {
    const text = this.textOf(row);
    if (!text) return 'own';
    if (!contains(text, line)) return this.#outside(row, line);
    const fn = this.#within(row, text, line);
    return fn ? { scriptId: this.#scriptId(row), fn } : 'own';
  }

  #scriptId(row: number): string {
    return this.#profile.strings[this.#profile.functions.scriptId[row]];
  }

  /** The functions of a function's script. */
  #functionsBeside(row: number): readonly ScriptFunction[] {
    return this.#scripts.get(this.#scriptId(row))?.functions ?? [];
  }

  #within(row: number, text: ScriptFunction, line: number): ScriptFunction | null {
    const lines = remember(this.#inner, text, () => new Map<number, ScriptFunction | null>());
    return remember(lines, line, () => functionWithin(this.#functionsBeside(row), text, line));
  }

  /** Of the same script or, among the functions seen below the caller, of another one. */
  #outside(row: number, line: number): Owner | 'unknown' {
    const here = functionAtLine(this.#functionsBeside(row), line);
    const elsewhere = this.#elsewhere(row, line);
    if (here && elsewhere) return 'unknown';
    return here ? { scriptId: this.#scriptId(row), fn: here } : (elsewhere ?? 'unknown');
  }

  /** A callee of another script that may have this line: `null` = none, `unknown` = it can't be told which. */
  #elsewhere(row: number, line: number): Owner | 'unknown' | null {
    let found: Owner | null = null;
    for (const callee of this.#callees.get(row) ?? []) {
      const fn = this.textOf(callee);
      if (this.#scriptId(callee) === this.#scriptId(row) || !this.#mayHave(callee, fn, line)) continue;
      if (found || !fn) return 'unknown';
      found = { scriptId: this.#scriptId(callee), fn };
    }
    return found;
  }

  #mayHave(row: number, text: ScriptFunction | null, at: number): boolean {
    const first = this.#profile.functions.line[row];
    return text ? contains(text, at) : first > 0 && first <= at && at < first + foreignReach;
  }
}
