import type { Client, Shape } from '../catalogue/client.ts';
import type { Run, Value } from './value.ts';

export const own = <Item>(record: Readonly<Record<string, Item>> | undefined, name: string): Item | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);

export const shapeValue = (client: Client, shape: string, member = false): Value => ({ kind: 'shape', client, shape, member });

export const runOf = (client: Client, shape: Shape, access: 'read' | 'write', name: string): Run => ({
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
