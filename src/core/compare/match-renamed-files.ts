import { PairTable } from '../model/pair-table.ts';
import type { MatchSide } from './match-side.ts';

/** Of the smaller file's functions so many must be in the other. */
const leastCommon = 0.5;

/**
 * Pairs files that are left by what they hold: a name, or a name at a place, that occurs in one file of each run only speaks for these two. The
 * pair with most such votes comes first.
 */
export function matchRenamedFiles(before: MatchSide, after: MatchSide, match: Int32Array, taken: Uint8Array): void {
  const tokens = new Tokens();
  const held = tokens.collect(before, (file) => taken[file] === 0);
  const asked = tokens.collect(after, (file) => match[file] < 0);
  const pairs = new PairTable();
  const votes: number[] = [];
  for (let token = 0; token < asked.length; token++) {
    if (!(held[token] >= 0) || asked[token] < 0 || before.files.group[held[token]] !== after.files.group[asked[token]]) continue;
    const pair = pairs.row(held[token], asked[token]);
    votes[pair] = (votes[pair] ?? 0) + 1;
  }
  const ranked = votes.map((_, pair) => pair).sort((a, b) => votes[b] - votes[a] || a - b);
  for (const pair of ranked) {
    const [beforeFile, afterFile] = [pairs.firstOf(pair), pairs.secondOf(pair)];
    const smaller = Math.min(sizeOf(before, beforeFile), sizeOf(after, afterFile));
    if (taken[beforeFile] === 1 || match[afterFile] >= 0 || votes[pair] < smaller * leastCommon) continue;
    match[afterFile] = beforeFile;
    taken[beforeFile] = 1;
  }
}

const sizeOf = ({ files }: MatchSide, file: number): number => files.start[file + 1] - files.start[file];

/** Numbers for names and for names at places, the same for both runs. */
class Tokens {
  private readonly lines = new PairTable();
  private readonly places = new PairTable();

  /** By token: the one file it occurs in, -1 = several, undefined = none. */
  collect({ files, functions, name }: MatchSide, isAsked: (file: number) => boolean): number[] {
    const only: number[] = [];
    const add = (token: number, file: number): void => {
      only[token] = only[token] === undefined || only[token] === file ? file : -1;
    };
    for (const func of files.order) {
      const file = files.of[func];
      if (!isAsked(file) || files.path[file] === '') continue;
      add(this.places.row(this.lines.row(name[func], functions.line[func]) + 1, functions.column[func]), file);
      if (name[func] > 0) add(this.places.row(0, name[func]), file);
    }
    return only;
  }
}
