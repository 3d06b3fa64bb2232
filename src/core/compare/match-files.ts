import { PairTable } from '../model/pair-table.ts';
import { matchRenamedFiles } from './match-renamed-files.ts';
import type { MatchSide } from './match-side.ts';
import { loosenSegment, splitPath } from './split-path.ts';

/**
 * Which file is which: file of `after` → file of `before`, -1 for a new one. First by the longest common end of their names, then
 * by that without hashes and versions, then by what they hold.
 */
export function matchFiles(before: MatchSide, after: MatchSide): Int32Array {
  const match = new Int32Array(after.files.length).fill(-1);
  const taken = new Uint8Array(before.files.length);
  for (const read of [(segment: string) => segment, loosenSegment]) {
    const ends = new EndTree(read);
    before.files.path.forEach((path, file) => taken[file] === 0 && ends.add(0, file, path, before.files.group[file]));
    after.files.path.forEach((path, file) => match[file] < 0 && ends.add(1, file, path, after.files.group[file]));
    ends.pair((beforeFile, afterFile, isNameOnly) => {
      if (isNameOnly && !shareName(before, beforeFile, after, afterFile)) return false;
      match[afterFile] = beforeFile;
      taken[beforeFile] = 1;
      return true;
    });
  }
  matchRenamedFiles(before, after, match, taken);
  return match;
}

/** Files by the ends of their names: a node is a segment below all that follow it, the nodes below the root are the groups. */
class EndTree {
  private readonly nodes = new PairTable();
  private readonly segments = new Map<string, number>();
  /** By node, for each side: so many files end in it, and the sum of their numbers: of one file it is that file. */
  private readonly counts: readonly [number[], number[]] = [[], []];
  private readonly sums: readonly [number[], number[]] = [[], []];
  private readonly read: (segment: string) => string;

  constructor(read: (segment: string) => string) {
    this.read = read;
  }

  add(side: 0 | 1, file: number, path: string, group: string): void {
    let node = this.node(0, group);
    for (const segment of splitPath(path)) node = this.node(node + 1, this.read(segment));
    this.count(side, node, 1, file);
  }

  /** Calls with each two files that have an end of their names to themselves, the longest ends first. */
  pair(accept: (before: number, after: number, isNameOnly: boolean) => boolean): void {
    const [before, after] = this.counts;
    const { first } = this.nodes;
    for (let node = this.nodes.length - 1; node >= 0; node--) {
      const above = first[node] - 1;
      if (above < 0) continue;
      if (before[node] === 1 && after[node] === 1 && accept(this.sums[0][node], this.sums[1][node], first[above] === 0)) continue;
      for (const side of [0, 1] as const) this.count(side, above, this.counts[side][node], this.sums[side][node]);
    }
  }

  private node(above: number, text: string): number {
    const known = this.segments.get(text) ?? this.segments.size;
    if (known === this.segments.size) this.segments.set(text, known);
    const node = this.nodes.row(above, known);
    if (node === this.counts[0].length) for (const list of [...this.counts, ...this.sums]) list.push(0);
    return node;
  }

  private count(side: 0 | 1, node: number, files: number, sum: number): void {
    this.counts[side][node] += files;
    this.sums[side][node] += sum;
  }
}

/** Two files of which only the last segment agrees (`index.js`) must hold a name in common, unless one of them holds none. */
function shareName(before: MatchSide, beforeFile: number, after: MatchSide, afterFile: number): boolean {
  const held = namesIn(before, beforeFile);
  const asked = namesIn(after, afterFile);
  return held.size === 0 || asked.size === 0 || [...asked].some((name) => held.has(name));
}

function namesIn({ files, name }: MatchSide, file: number): Set<number> {
  const names = new Set<number>();
  for (let at = files.start[file]; at < files.start[file + 1]; at++) names.add(name[files.order[at]]);
  names.delete(0);
  return names;
}
