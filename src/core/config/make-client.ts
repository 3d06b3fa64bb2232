import type { Client, EffectKind, Exported, Shape } from '../catalogue/client.ts';

/** A client as a configuration tells of it. */
export interface ClientConfig {
  readonly name: string;
  readonly kind: EffectKind;
  /** Packages, and globs of files that begin with `./`; empty = the names are believed where nothing else is known. */
  readonly from: readonly string[];
  /** Names with dots. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly instead: string | null;
}

/** A name with what may follow it. */
interface Branch {
  readonly members: Map<string, Branch>;
  runs: 'read' | 'write' | null;
}

const grow = (names: readonly (readonly [name: string, runs: 'read' | 'write'])[]): Branch => {
  const root: Branch = { members: new Map(), runs: null };
  for (const [name, runs] of names) {
    let at = root;
    for (const part of name.split('.')) {
      const next = at.members.get(part) ?? { members: new Map(), runs: null };
      at.members.set(part, next);
      at = next;
    }
    at.runs ??= runs;
  }
  return root;
};

const shapesOf = ({ members }: Branch, path: string): [string, Shape][] => {
  const named = (runs: Branch['runs']): string[] => [...members].flatMap(([name, branch]) => (branch.runs === runs ? [name] : []));
  const inner = [...members].filter(([, branch]) => branch.members.size > 0);
  const own: Shape = { reads: named('read'), writes: named('write'), gives: Object.fromEntries(inner.flatMap(([name, { runs }]) => (runs === null ? [[name, `${path}.${name}`]] : []))) };
  return [[path, own], ...inner.flatMap(([name, branch]) => shapesOf(branch, `${path}.${name}`))];
};

/** A name that runs by itself, and what is known of its members, be it an object, a class or a function that makes one. */
const exportOf = (name: string, { members, runs }: Branch): Exported => ({
  ...(runs !== null && { runs }),
  ...(members.size > 0 && { value: name, type: name, ...(runs === null && { gives: name }) }),
});

/** What a configuration says of a client, as the catalogue has it. */
export const makeClient = ({ name, kind, from, reads, writes, instead }: ClientConfig, index: number): Client => {
  const root = grow([...reads.map((read) => [read, 'read'] as const), ...writes.map((write) => [write, 'write'] as const)]);
  const exports = Object.fromEntries([...root.members].map(([first, branch]) => [first, exportOf(first, branch)]));
  const objects = [...root.members].filter(([, { members }]) => members.size > 0);
  const files = from.filter((source) => source.startsWith('./'));
  return {
    id: `config/${index}`, name, kind, exports, files,
    modules: [...from.filter((source) => !source.startsWith('./')), ...(files.length > 0 ? [fileModule(index)] : [])],
    shapes: Object.fromEntries(objects.flatMap(([first, branch]) => shapesOf(branch, first))),
    ...(from.length === 0 && { globals: exports, conventions: Object.fromEntries(objects.map(([first]) => [first, first])) }),
    instead: { read: instead ?? 'Ask once for all of them and look up in a Map.', write: instead ?? 'Write all of them with one call.' },
  };
};

/** The module that files of the project stand for whose names are a client's. */
const fileModule = (index: number): string => `config/${index}`;
