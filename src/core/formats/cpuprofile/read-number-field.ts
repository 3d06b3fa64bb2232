import type { ReadState } from './read-state.ts';

const maxId = 0xffffffff;

/** Reads a number into `cursor.number`; anything else is refused with the field it stands in. */
export function readFinite({ cursor }: ReadState, field: string, largest = Number.MAX_VALUE): boolean {
  const byte = cursor.next();
  const start = cursor.position;
  const numeric = byte === 0x2d || (byte >= 0x30 && byte <= 0x39);
  if (!numeric) return cursor.refuse('not-a-number', 'A number is expected', field);
  if (!cursor.readNumber()) return false;
  if (Math.abs(cursor.number) <= largest) return true;
  cursor.position = start;
  return cursor.refuse('not-a-number', 'The number is too large', field);
}

/** A time in µs: within what adds up exactly. */
export function readTime(state: ReadState, field: string): boolean {
  return readFinite(state, field, Number.MAX_SAFE_INTEGER);
}

export function readId(state: ReadState, field: string): boolean {
  const { cursor } = state;
  cursor.next();
  const start = cursor.position;
  if (!readFinite(state, field)) return false;
  if (Number.isInteger(cursor.number) && cursor.number >= 0 && cursor.number <= maxId) return true;
  cursor.position = start;
  return cursor.refuse('not-an-id', 'A node id must be a whole number from 0 to 4294967295', field);
}
