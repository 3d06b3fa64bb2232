import type { FlameData } from '../model/flame-data.ts';
import { PairTable } from '../model/pair-table.ts';
import { alignRows } from './align-rows.ts';
import { groupRows } from './group-rows.ts';
import { matchFiles } from './match-files.ts';
import { type MatchSide, matchSides } from './match-side.ts';
import { measurePlaces, type Places } from './measure-places.ts';

/**
 * Which function is which: row of `after.functions` → row of `before.functions`, -1 for a new one; no row is taken twice. Files are matched
 * first. Within a file, functions that alone bear their name are the same wherever they stand; the others (anonymous ones, equal names) are
 * aligned in their order, first below the same function, then in the whole file. What is left may have moved to another file.
 */
export function matchFunctions(before: FlameData, after: FlameData): Int32Array {
  const [earlier, later] = matchSides(before, after);
  const pairs: Pairs = { before: earlier, after: later, match: new Int32Array(later.functions.length).fill(-1), taken: new Uint8Array(earlier.functions.length) };
  const fileOf = matchFiles(earlier, later);
  const files = { before: earlier.files.of, after: later.files.of.map((file) => fileOf[file]) };
  pairLone(pairs, files, () => true);
  align(pairs, findOwners(files, placesOf(pairs), earlier.functions.length));
  align(pairs, files);
  pairLone(pairs, findGroups(earlier, later), (beforeRow, afterRow) => haveSameCaller(pairs, beforeRow, afterRow));
  return pairs.match;
}

interface Both<Value> {
  readonly before: Value;
  readonly after: Value;
}

interface Pairs extends Both<MatchSide> {
  /** By function of `after`. */
  readonly match: Int32Array;
  /** By function of `before`: 1 = it has its pair. */
  readonly taken: Uint8Array;
}

/** By function: what it must have in common with its pair beside the name, as a number; -1 = it can't have one. */
type Scopes = Both<Int32Array>;

/** The function above in the file that has its pair; behind all functions come the beginnings of the files. */
function findOwners(files: Scopes, places: Both<Places>, functions: number): Scopes {
  const owners = (file: Int32Array, { owner }: Places): Int32Array =>
    file.map((number, row) => {
      if (number < 0) return -1;
      return owner[row] < 0 ? functions + number : owner[row];
    });
  return { before: owners(files.before, places.before), after: owners(files.after, places.after) };
}

/** The package or category, of named functions. */
function findGroups(before: MatchSide, after: MatchSide): Scopes {
  const numbers = new Map<string, number>();
  for (const group of [...before.files.group, ...after.files.group]) if (!numbers.has(group)) numbers.set(group, numbers.size);
  const groups = ({ files, name }: MatchSide): Int32Array => {
    const numberOf = files.group.map((group) => numbers.get(group) ?? -1);
    return files.of.map((file, row) => (name[row] > 0 ? numberOf[file] : -1));
  };
  return { before: groups(before), after: groups(after) };
}

/** Pairs the two functions of one name and scope that are the only ones of their runs. */
function pairLone(pairs: Pairs, scopes: Scopes, accept: (beforeRow: number, afterRow: number) => boolean): void {
  forEachName(pairs, scopes, (before, after) => {
    if (before.length === 1 && after.length === 1 && accept(before[0], after[0])) pair(pairs, before[0], after[0]);
  });
}

/** Pairs functions of one name and scope in their order, by what stands around them and calls them. */
function align(pairs: Pairs, scopes: Scopes): void {
  const places = placesOf(pairs);
  forEachName(pairs, scopes, (before, after) => {
    const score = (i: number, j: number): number => likeness(pairs, places, before[i], after[j]);
    alignRows(before.length, after.length, score, (i, j) => pair(pairs, before[i], after[j]));
  });
}

const placesOf = ({ before, after, match, taken }: Pairs): Both<Places> => ({
  before: measurePlaces(before, (row) => (taken[row] === 1 ? row : -1)),
  after: measurePlaces(after, (row) => match[row]),
});

/** Calls with the functions without a pair, in the order of their files, of each name in each scope. */
function forEachName({ before, after, match, taken }: Pairs, scopes: Scopes, act: (before: Int32Array, after: Int32Array) => void): void {
  const keys = new PairTable();
  const keysOf = ({ name }: MatchSide, scope: Int32Array, isFree: (row: number) => boolean): Int32Array =>
    scope.map((number, row) => (number >= 0 && isFree(row) ? keys.row(number, name[row]) : -1));
  const earlierKeys = keysOf(before, scopes.before, (row) => taken[row] === 0);
  const laterKeys = keysOf(after, scopes.after, (row) => match[row] < 0);
  const earlier = groupRows(before.files.order, earlierKeys, keys.length);
  const later = groupRows(after.files.order, laterKeys, keys.length);
  for (let key = 0; key < keys.length; key++) {
    act(earlier.order.subarray(earlier.start[key], earlier.start[key + 1]), later.order.subarray(later.start[key], later.start[key + 1]));
  }
}

function pair({ match, taken }: Pairs, beforeRow: number, afterRow: number): void {
  match[afterRow] = beforeRow;
  taken[beforeRow] = 1;
}

const haveSameCaller = ({ before, after, match }: Pairs, beforeRow: number, afterRow: number): boolean =>
  after.caller[afterRow] >= 0 && match[after.caller[afterRow]] === before.caller[beforeRow];

/** What speaks for two functions of one name. Each by itself may be chance; even with none of them, the order alone is something. */
function likeness(pairs: Pairs, places: Both<Places>, beforeRow: number, afterRow: number): number {
  const { before, after } = places;
  let points = 1;
  if (haveSameCaller(pairs, beforeRow, afterRow)) points += 4;
  if (pairs.before.functions.column[beforeRow] === pairs.after.functions.column[afterRow]) points += 3;
  if (before.offset[beforeRow] === after.offset[afterRow]) points += 3;
  if (before.gapAbove[beforeRow] === after.gapAbove[afterRow]) points += 2;
  if (before.gapBelow[beforeRow] === after.gapBelow[afterRow]) points += 2;
  return points;
}
