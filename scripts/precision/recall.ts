import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isFound, type ScanFinding } from './is-found.ts';
import { type KnownPlace, readKnownPlaces } from './known-bugs.ts';
import { hasBytes, publicTree, treeName } from './public-tree.ts';
import { wilsonInterval } from './wilson-interval.ts';

const root = join(import.meta.dirname, '../..');
const rules = ['n-plus-one', 'n-plus-one-resolver', 'sync-blocking', 'quadratic-loop'];

const scan = (folder: string): readonly ScanFinding[] => {
  const args = [join(root, 'dist/cli.cjs'), 'scan', '.', '--no-cache', '--format', 'json', ...rules.flatMap((rule) => ['--rule', rule])];
  const { findings }: { findings: readonly ScanFinding[] } = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000 }));
  return findings;
};

const judge = (corpus: string, places: readonly KnownPlace[]): readonly (readonly [KnownPlace, boolean])[] => {
  const folder = publicTree(corpus, places[0]);
  if (folder === null) console.log(`skipped ${places.length} of ${treeName(places[0])}: it can't be had here`);
  const changed = folder === null ? [] : places.filter((place) => !hasBytes(folder, place));
  for (const { path } of changed) console.log(`skipped ${path}: not the bytes that were read`);
  const kept = places.filter((place) => !changed.includes(place));
  if (folder === null || kept.length === 0) return [];
  const findings = scan(folder);
  return kept.map((place) => [place, isFound(place, findings)]);
};

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const row = (name: string, hits: number, of: number): string => {
  const [low, high] = wilsonInterval(hits, of);
  return `${name.padEnd(24)} ${`${hits} of ${of}`.padStart(9)}  ${Math.round(low * 100)} to ${Math.round(high * 100)} %`;
};

/** Scans public code at the commits of the known places and prints how many bugs are found, and how many harmless places are reported. */
export function printRecall(corpus: string): void {
  const trees = grouped(readKnownPlaces(join(root, 'test/golden/static/recall')), treeName);
  const judged = [...trees.values()].flatMap((places) => judge(corpus, places));
  for (const [{ rule, path, line, verdict }, found] of judged) if (found !== (verdict === 'bug')) console.log(`${verdict === 'bug' ? 'missed' : 'wrongly reported'} ${rule} ${path}:${line}`);
  for (const [name, cases] of grouped(judged, ([{ rule, verdict }]) => `${rule} ${verdict === 'bug' ? 'found' : 'false'}`)) console.log(row(name, cases.filter(([, found]) => found).length, cases.length));
}
