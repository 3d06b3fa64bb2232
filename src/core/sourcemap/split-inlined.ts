import { categories, type FunctionColumns, type NodeColumns, type Profile, type TickColumns } from '../model/profile.ts';
import type { ScriptFunction, ScriptSource } from './script-source.ts';
import { type Owner, TickOwners } from './tick-owners.ts';

interface Tick {
  /** 0 = unknown: its time stays with the function. */
  readonly line: number;
  readonly count: number;
}

/** New rows behind the profile's own. */
interface Additions {
  readonly functions: { readonly owner: Owner; readonly name: number; readonly url: number; readonly scriptId: number }[];
  readonly nodes: { readonly parent: number; readonly func: number; readonly ticks: Tick[]; readonly share: number }[];
  readonly strings: string[];
}

const longer = (column: Int32Array, more: readonly number[]): Int32Array => {
  const result = new Int32Array(column.length + more.length);
  result.set(column);
  result.set(more, column.length);
  return result;
};

/** The row of a function: the profile's own where it was sampled, else a new one. */
const createFunctionTable = (profile: Profile, scripts: ReadonlyMap<string, ScriptSource>, owners: TickOwners, added: Additions): ((owner: Owner) => number) => {
  const { functions, strings } = profile;
  const rows = new Map<ScriptFunction, number>();
  for (let row = functions.length - 1; row >= 0; row--) {
    const text = owners.textOf(row);
    if (text) rows.set(text, row);
  }
  const texts = new Map(strings.map((text, at) => [text, at]));
  const textOf = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const at = strings.length + added.strings.push(text) - 1;
    texts.set(text, at);
    return at;
  };
  return (owner) => {
    const { scriptId, fn } = owner;
    const known = rows.get(fn);
    if (known !== undefined) return known;
    const row = functions.length + added.functions.push({ owner, name: textOf(fn.name), url: textOf(scripts.get(scriptId)?.url ?? ''), scriptId: textOf(scriptId) }) - 1;
    rows.set(fn, row);
    return row;
  };
};

const foreignCallers = ({ nodes, ticks }: Profile, owners: TickOwners): ReadonlySet<number> => {
  const rows = new Set<number>();
  for (let node = 0; node < nodes.length; node++) {
    for (let tick = ticks.start[node]; tick < ticks.start[node + 1]; tick++) if (owners.isForeign(nodes.func[node], ticks.line[tick])) rows.add(nodes.func[node]);
  }
  return rows;
};

/** The ticks each node keeps; what belongs to inlined callees becomes children of it. */
const splitTicks = (profile: Profile, callers: ReadonlySet<number>, owners: TickOwners, rowOf: (owner: Owner) => number, added: Additions): Tick[][] => {
  const { nodes, ticks } = profile;
  const kept: Tick[][] = [];
  for (let node = 0; node < nodes.length; node++) {
    const own: Tick[] = [];
    const children = new Map<number, Tick[]>();
    for (let tick = ticks.start[node]; tick < ticks.start[node + 1]; tick++) {
      const [line, count] = [ticks.line[tick], ticks.count[tick]];
      const owner = callers.has(nodes.func[node]) ? owners.ownerOf(nodes.func[node], line) : 'own';
      if (owner === 'own' || owner === 'unknown') own.push({ line: owner === 'own' ? line : 0, count });
      else {
        const row = rowOf(owner);
        const child = children.get(row) ?? [];
        children.set(row, child);
        child.push({ line, count });
      }
    }
    const all = sum(own) + [...children.values()].reduce((total, child) => total + sum(child), 0);
    for (const [func, child] of children) added.nodes.push({ parent: node, func, ticks: child, share: sum(child) / all });
    kept.push(own);
  }
  return kept;
};

const sum = (ticks: readonly Tick[]): number => ticks.reduce((total, { count }) => total + count, 0);

/** Self time and samples go with the ticks, in proportion: their sum stays. */
const buildNodes = ({ nodes }: Profile, added: Additions): NodeColumns => {
  const length = nodes.length + added.nodes.length;
  const self = new Float64Array(length);
  self.set(nodes.self);
  const samples = longer(nodes.samples, added.nodes.map(() => 0));
  for (const [at, { parent, share }] of added.nodes.entries()) {
    const row = nodes.length + at;
    self[row] = nodes.self[parent] * share;
    self[parent] -= self[row];
    samples[row] = Math.min(samples[parent], Math.round(nodes.samples[parent] * share));
    samples[parent] -= samples[row];
  }
  return { length, parent: longer(nodes.parent, added.nodes.map(({ parent }) => parent)), func: longer(nodes.func, added.nodes.map(({ func }) => func)), self, samples };
};

const buildFunctions = ({ functions }: Profile, { functions: more }: Additions): FunctionColumns => {
  const category = new Uint8Array(functions.length + more.length).fill(categories.indexOf('own'));
  category.set(functions.category);
  return {
    length: functions.length + more.length,
    name: longer(functions.name, more.map(({ name }) => name)),
    url: longer(functions.url, more.map(({ url }) => url)),
    scriptId: longer(functions.scriptId, more.map(({ scriptId }) => scriptId)),
    line: longer(functions.line, more.map(({ owner }) => owner.fn.line)),
    column: longer(functions.column, more.map(({ owner }) => owner.fn.column)),
    category,
  };
};

const buildTicks = (all: readonly (readonly Tick[])[]): TickColumns => {
  const start = new Int32Array(all.length + 1);
  for (const [node, ticks] of all.entries()) start[node + 1] = start[node] + ticks.length;
  const line = new Int32Array(start[all.length]);
  const count = new Int32Array(start[all.length]);
  for (const [node, ticks] of all.entries()) {
    for (const [at, tick] of ticks.entries()) [line[start[node] + at], count[start[node] + at]] = [tick.line, tick.count];
  }
  return { start, line, count };
};

/**
 * Gives inlined callees their ticks and self time back, as children of the function they were inlined into; a line that
 * is nobody's becomes 0. Single samples stay with the caller: V8 tells lines only as sums.
 */
export const splitInlined = (profile: Profile, scripts: ReadonlyMap<string, ScriptSource>): Profile => {
  if (!Array.from(scripts.values()).some((script) => script.functions)) return profile;
  const owners = new TickOwners(profile, scripts);
  const callers = foreignCallers(profile, owners);
  if (callers.size === 0) return profile;
  owners.prepare(callers);
  const added: Additions = { functions: [], nodes: [], strings: [] };
  const kept = splitTicks(profile, callers, owners, createFunctionTable(profile, scripts, owners, added), added);
  return {
    ...profile,
    strings: [...profile.strings, ...added.strings],
    functions: buildFunctions(profile, added),
    nodes: buildNodes(profile, added),
    ticks: buildTicks([...kept, ...added.nodes.map(({ ticks }) => ticks)]),
  };
};
