import type { Profile } from '../model/profile.ts';
import type { ScriptFunction, ScriptSource } from './script-source.ts';

/** A place among the functions of the scripts. */
export interface Owner {
  readonly scriptId: string;
  readonly fn: ScriptFunction;
}

/** `own` = the line can be the sampled function's; `unknown` = it can't, and no one function can be named. */
export type TickOwner = Owner | 'own' | 'unknown';

/** V8 inlines some levels deep; callees further down say nothing about a caller's ticks. */
const depthLimit = 8;
/** A dependency's function is taken to reach at most this far below its first line. */
const foreignReach = 2000;

const contains = ({ line, endLine }: ScriptFunction, at: number): boolean => line <= at && at <= endLine;

/** The last one that begins is the innermost: functions nest, and they come in the order of the text. */
const innermost = (functions: readonly ScriptFunction[], accept: (fn: ScriptFunction) => boolean): ScriptFunction | null => {
  let found: ScriptFunction | null = null;
  for (const fn of functions) if (accept(fn)) found = fn;
  return found;
};

/** V8 places a call frame at the parameters: the last function that begins before them. */
const rangeAt = (functions: readonly ScriptFunction[], line: number, column: number): ScriptFunction | null =>
  innermost(functions, (fn) => contains(fn, line) && (fn.line < line || fn.column <= column));

/** The functions seen below each of these rows of functions, some levels deep. */
const findCallees = ({ nodes }: Profile, callers: ReadonlySet<number>): ReadonlyMap<number, Set<number>> => {
  const callees = new Map(Array.from(callers, (row) => [row, new Set<number>()]));
  for (let node = 0; node < nodes.length; node++) {
    let above = nodes.parent[node];
    for (let depth = 0; depth < depthLimit && above >= 0; depth++, above = nodes.parent[above]) callees.get(nodes.func[above])?.add(nodes.func[node]);
  }
  return callees;
};

export interface TickOwners {
  /** The text of a row of functions; `null` when the probe did not tell. */
  range(row: number): ScriptFunction | null;
  /** Whether a function's line can't be its own. Cheap. */
  isForeign(row: number, line: number): boolean;
  /** Must be told all rows with foreign ticks first. */
  prepare(callers: ReadonlySet<number>): void;
  ownerOf(row: number, line: number): TickOwner;
}

/**
 * V8 up to Node 24 counts a tick in inlined code for the caller, but with the callee's line, even one of another file.
 * A line outside the caller's text, or wholly inside a function within it, shows whose it was.
 */
export const createTickOwners = (profile: Profile, scripts: ReadonlyMap<string, ScriptSource>): TickOwners => {
  const { functions, strings } = profile;
  const ranges = new Map<number, ScriptFunction | null>();
  let callees: ReadonlyMap<number, Set<number>> = new Map();
  const scriptOf = (row: number): readonly ScriptFunction[] => scripts.get(strings[functions.scriptId[row]])?.functions ?? [];
  const range = (row: number): ScriptFunction | null => {
    const known = ranges.get(row);
    if (known !== undefined) return known;
    const found = rangeAt(scriptOf(row), functions.line[row], functions.column[row]);
    ranges.set(row, found);
    return found;
  };

  /** A callee of another script that may have this line: `null` = none, `unknown` = it can't be told which. */
  const elsewhere = (row: number, line: number): Owner | 'unknown' | null => {
    let found: Owner | null = null;
    for (const callee of callees.get(row) ?? []) {
      if (functions.scriptId[callee] === functions.scriptId[row]) continue;
      const text = range(callee);
      const may = text ? contains(text, line) : functions.line[callee] <= line && line < functions.line[callee] + foreignReach && functions.line[callee] > 0;
      if (!may) continue;
      if (found || !text) return 'unknown';
      found = { scriptId: strings[functions.scriptId[callee]], fn: text };
    }
    return found;
  };

  const inners = new Map<ScriptFunction, Map<number, ScriptFunction | null>>();
  const nested = (row: number, text: ScriptFunction, line: number): ScriptFunction | null => {
    const known = inners.get(text) ?? new Map<number, ScriptFunction | null>();
    inners.set(text, known);
    const cached = known.get(line);
    const found = cached !== undefined ? cached : innermost(scriptOf(row), (fn) => fn !== text && fn.line >= text.line && fn.endLine <= text.endLine && fn.line < line && line < fn.endLine);
    known.set(line, found);
    return found;
  };

  const scriptId = (row: number): string => strings[functions.scriptId[row]];
  return {
    range,
    isForeign(row, line) {
      const text = range(row);
      return text !== null && (!contains(text, line) || nested(row, text, line) !== null);
    },
    prepare(callers) {
      callees = findCallees(profile, callers);
    },
    ownerOf(row, line) {
      const text = range(row);
      if (!text) return 'own';
      if (contains(text, line)) {
        const inner = nested(row, text, line);
        return inner ? { scriptId: scriptId(row), fn: inner } : 'own';
      }
      const other = elsewhere(row, line);
      // The whole script contains every line: only a real function says something.
      const here = innermost(scriptOf(row).slice(1), (fn) => contains(fn, line));
      if (here && other) return 'unknown';
      return here ? { scriptId: scriptId(row), fn: here } : (other ?? 'unknown');
    },
  };
};
