import type { Client, Exported, Shape } from '../catalogue/client.ts';
import { clients } from '../catalogue/clients.ts';
import type { Run, Value } from './value.ts';

const byModule = new Map<string, Client[]>();
const byScope: { readonly prefix: string; readonly client: Client }[] = [];
for (const client of clients) {
  for (const module of client.modules) {
    if (module.endsWith('/*')) byScope.push({ prefix: module.slice(0, -1), client });
    else byModule.set(module, [...(byModule.get(module) ?? []), client]);
  }
}

const clientsOf = (module: string): readonly Client[] => byModule.get(module) ?? byScope.filter(({ prefix }) => module.startsWith(prefix)).map(({ client }) => client);

export interface KnownExport {
  readonly client: Client;
  readonly exported: Exported;
}

const own = <Item>(record: Readonly<Record<string, Item>> | undefined, name: string): Item | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);

/** What the catalogue says of a name of a package; the empty module stands for globals. */
export const findExport = (module: string, path: readonly string[]): KnownExport | null => {
  const names = path[0] === 'default' && path.length > 1 ? [path.join('.'), path.slice(1).join('.')] : [path.join('.') || 'default'];
  for (const client of module === '' ? clients : clientsOf(module)) {
    for (const name of names) {
      const exported = own(module === '' ? client.globals : client.exports, name);
      if (exported) return { client, exported };
    }
  }
  return null;
};

export const shapeValue = (client: Client, shape: string, member = false): Value => ({ kind: 'shape', client, shape, member });

const runOf = (client: Client, shape: Shape, access: 'read' | 'write', name: string): Run => ({
  client,
  access,
  lazy: shape.lazy === true,
  batched: shape.batches === true || shape.batched?.includes(name) === true,
  inProcess: shape.inProcess === true,
  answer: own(shape.answers, name) ?? null,
});

/** Members of the list a builder answers with, never of the builder: a waited-for value and its builder are one term. */
const ofLists = new Set(['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'reduce', 'includes', 'find', 'findIndex', 'findLast', 'push', 'pop', 'shift', 'unshift', 'at', 'concat', 'reverse', 'splice', 'join', 'length']);

/** A member of a client's object; `null` when nothing is known of it. `over` is the shape that inherits the member. */
export const shapeMember = (client: Client, shapeName: string, name: string, over: Partial<Shape> = {}): Value | null => {
  const found = own(client.shapes, shapeName);
  if (!found) return null;
  const shape: Shape = { ...found, ...(over.batches && { batches: over.batches }) };
  const given = own(shape.gives, name);
  if (given !== undefined) return shapeValue(client, given, true);
  if (shape.reads?.includes(name)) return { kind: 'run', ...runOf(client, shape, 'read', name) };
  if (shape.writes?.includes(name)) return { kind: 'run', ...runOf(client, shape, 'write', name) };
  if (shape.like !== undefined) return shapeMember(client, shape.like, name, shape);
  return shape.any === undefined || ofLists.has(name) ? null : shapeValue(client, shape.any, true);
};

/** What several answers of this shape are one by one. */
export const shapeElements = (client: Client, shapeName: string): Value | null => {
  const element = own(client.shapes, shapeName)?.elements;
  return element === undefined ? null : shapeValue(client, element);
};

/** What calling a value of this shape gives. */
export const shapeResult = (client: Client, shapeName: string, member: boolean): Value | null => {
  if (member) return shapeValue(client, shapeName);
  const called = own(client.shapes, shapeName)?.called;
  return called === undefined ? null : shapeValue(client, called);
};

/** The round trip of waiting for a value of this shape. */
export const shapeAwaited = (client: Client, shapeName: string): Run | null => {
  const access = own(client.shapes, shapeName)?.thenable;
  return access === undefined ? null : { client, access, lazy: true, batched: false, inProcess: false, answer: null };
};

export const shapeCallback = (client: Client, shapeName: string, name: string): Value | null => {
  const shape = own(client.shapes, shapeName);
  const given = own(shape?.callbacks, name);
  if (given !== undefined) return shapeValue(client, given);
  return shape?.like === undefined ? null : shapeCallback(client, shape.like, name);
};

/** What an instance of a class that extends a value of this shape is. */
export const shapeInstance = (client: Client, shapeName: string): Value | null => {
  const instance = own(client.shapes, shapeName)?.instance;
  return instance === undefined ? null : shapeValue(client, instance);
};

/** The shapes a decorator of one of these modules injects. */
export const injectedShape = (module: string, name: string): Value | null => {
  for (const client of clientsOf(module)) {
    const shape = own(client.decorators, name);
    if (shape !== undefined) return shapeValue(client, shape);
  }
  return null;
};

/** By name alone: believed only in a project that uses the client, and when nothing else is known. */
export const conventionalValue = (name: string, uses: (modules: readonly string[]) => boolean): Value | null => {
  for (const client of clients) {
    const shape = own(client.conventions, name);
    if (shape !== undefined && uses(client.modules)) return shapeValue(client, shape);
  }
  return null;
};

export const unmistakableRun = (name: string, uses: (modules: readonly string[]) => boolean): Run | null => {
  for (const client of clients) {
    const access = client.unmistakable?.reads.includes(name) ? 'read' : client.unmistakable?.writes.includes(name) ? 'write' : null;
    if (access !== null && uses(client.modules)) return runOf(client, { lazy: true, batched: ['findUnique'] }, access, name);
  }
  return null;
};
