import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOf, startOf } from '../../../../src/core/layout/box-edges.ts';
import { layoutChart } from '../../../../src/core/layout/layout-chart.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { readSound } from '../../../helpers/profile-fixture.ts';
import { flameFrom, scopeOf } from './flame-fixture.ts';

/** What DevTools' model says, from the first sample to the last; recorded by record-devtools.mjs. Self and total by `name|file|line|column`, µs. */
interface DevToolsTotals {
  readonly duration: number;
  readonly functions: Record<string, readonly [self: number, total: number]>;
}
const golden = join(import.meta.dirname, '..', '..', '..', 'golden');
const recorded: Record<string, DevToolsTotals> = JSON.parse(readFileSync(join(golden, 'formats', 'devtools-totals.json'), 'utf8'));

const open = (file: string): FlameData => flameFrom([locateProfile(readSound(readFileSync(join(golden, file))), new Map(), 'posix')]);
/** A collection after `(program)` DevTools puts on top of it; ours interrupted nothing. */
const program = '(program)||0|0';
const metaSelf = ({ functions }: DevToolsTotals, name: string): number => functions[`(${name})||0|0`]?.[0] ?? 0;

/** Between the first sample and the last one, whose time DevTools invents. */
function span({ lanes: [{ firstSample, samples }] }: FlameData): [from: number, to: number] {
  let last = firstSample;
  for (let at = 0; at < samples.length - 1; at++) last += samples.duration[at];
  return [firstSample, last];
}

/** Own time by category within the span. */
function sumCategories(data: FlameData): Record<string, number> {
  const { functions } = scopeOf(data, { range: span(data) });
  const sums = Object.fromEntries(categories.map((name) => [name, 0]));
  functions.self.forEach((self, func) => { sums[categories[data.functions.category[func]]] += self; });
  return sums;
}

/** What the chart shows of each function: how long it is on screen, a recursion once. */
function drawnTotals(data: FlameData): Map<string, number> {
  const { lanes, calls } = scopeOf(data);
  const boxes = layoutChart(lanes[0], calls, calls.rowOf[0], data.functions.category);
  const { name, file, line, column } = data.functions;
  const keyOf = (func: number): string => [data.strings[name[func]], data.strings[file[func]].split('/').pop(), line[func], column[func]].join('|');
  const isInner = (row: number): boolean => {
    for (let caller = calls.parent[row]; caller > 0; caller = calls.parent[caller]) if (calls.func[caller] === calls.func[row]) return true;
    return false;
  };
  const [, to] = span(data);
  const totals = new Map<string, number>();
  boxes.row.forEach((row, box) => {
    if (row === 0 || isInner(row)) return;
    const key = keyOf(calls.func[row]);
    totals.set(key, (totals.get(key) ?? 0) + Math.max(0, Math.min(to, endOf(boxes, box)) - startOf(boxes, box)));
  });
  return totals;
}

describe("DevTools' model", () => {
  for (const [file, theirs] of Object.entries(recorded)) {
    const data = open(file);
    const tolerance = theirs.duration / 1000;
    const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;

    it(`has the same whole-run totals to 0.1 %: ${file}`, () => {
      const [from, to] = span(data);
      const ours = sumCategories(data);
      const bridged = (drawnTotals(data).get(program) ?? 0) - ours['program'];
      const code = theirs.duration - ['idle', 'garbage collector', 'program'].reduce((sum, name) => sum + metaSelf(theirs, name), 0);
      const pairs: Record<string, readonly [number, number]> = {
        all: [to - from, theirs.duration],
        idle: [ours['idle'], metaSelf(theirs, 'idle')],
        gc: [ours['gc'], metaSelf(theirs, 'garbage collector')],
        program: [ours['program'] + bridged, metaSelf(theirs, 'program')],
        code: [ours['own'] + ours['dependency'] + ours['node'] + ours['native'] - bridged, code],
      };
      assert.deepEqual(Object.entries(pairs).filter(([, [one, other]]) => !isNear(one, other)), []);
    });

    it(`draws each function as long as our chart does, to 0.1 %: ${file}`, () => {
      const ours = drawnTotals(data);
      const differing = Object.entries(theirs.functions).map(([key, [self, total]]) => [key, key === program ? self : total, ours.get(key) ?? 0] as const).filter(([, theirs, drawn]) => !isNear(theirs, drawn));
      assert.deepEqual(differing, []);
      assert.ok(Object.keys(theirs.functions).length > 5);
    });
  }

  it('goes on with a stack that V8 could not read where our chart does', () => {
    const edges = recorded['profiles/node24-edges/program.cpuprofile'];
    const unread = sumCategories(open('profiles/node24-edges/program.cpuprofile'))['program'] - metaSelf(edges, 'program');
    assert.ok(unread > 0, 'the recording has none');
  });
});
