import { frameEnd, readFrame } from './frames';
import { childrenKey, childrenLength, idKey, idLength, nameKey, nameLength, tickCountKey, tickCountLength, tickLineKey, tickLineLength, ticksKey, ticksLength } from './literals';
import { childEndsAt, framesAt, hitsAt, idsAt, numbersAt, rowsAt, tickCountsAt, tickEndsAt, tickLinesAt } from './memory';
import { matches, readUint, uint } from './text';

const comma: u8 = 0x2c;
const closeBracket: u8 = 0x5d;
const closeBrace: u8 = 0x7d;
const nodeEnd: u16 = 0x2c7d;

let nodes: i32 = 0;
let children: i32 = 0;
let ticks: i32 = 0;
let endOfChildren: i32 = 0;
let endOfTicks: i32 = 0;

export function countNodes(): i32 {
  return nodes;
}

export function countChildren(): i32 {
  return children;
}

export function countTicks(): i32 {
  return ticks;
}

/**
 * Reads nodes written exactly as V8 writes them: these keys in this order, no white space, no escapes, each with a `,` behind it.
 * Stops before the first that is any different, or not whole, and answers where. Ends are counted from the bases on.
 */
export function readNodes(at: i32, limit: i32, childBase: i32, tickBase: i32): i32 {
  nodes = children = ticks = 0;
  endOfChildren = childBase;
  endOfTicks = tickBase;
  while (true) {
    const next = readNode(at, limit);
    if (next == 0) return at;
    at = next;
  }
}

/** Frames of the last call become rows of the reader's table, once it wrote the rows of all. */
export function mapFrames(): void {
  for (let at = framesAt; at < framesAt + (nodes << 2); at += 4) store<i32>(at, load<i32>(rowsAt + (load<i32>(at) << 2)));
}

function readNode(at: i32, limit: i32): i32 {
  if (!matches(at, idKey, idLength)) return 0;
  at = readUint(at + idLength);
  const id = uint;
  if (at == 0 || !matches(at, nameKey, nameLength)) return 0;
  const frame = readFrame(at + nameLength, limit);
  if (frame < 0) return 0;
  at = readUint(frameEnd);
  const hits = uint;
  if (at == 0) return 0;
  const firstChild = children;
  const firstTick = ticks;
  if (matches(at, childrenKey, childrenLength)) at = readChildren(at + childrenLength);
  if (matches(at, ticksKey, ticksLength)) at = readTicks(at + ticksLength);
  if (load<u16>(at) != nodeEnd || at + 2 > limit) {
    children = firstChild;
    ticks = firstTick;
    return 0;
  }
  addNode(id, frame, hits);
  return at + 2;
}

@inline
function addNode(id: i32, frame: i32, hits: i32): void {
  const row = nodes++ << 2;
  store<i32>(idsAt + row, id);
  store<i32>(framesAt + row, frame);
  store<i32>(hitsAt + row, hits);
  store<i32>(childEndsAt + row, endOfChildren + children);
  store<i32>(tickEndsAt + row, endOfTicks + ticks);
}

/** Behind the `]`; 0, where nothing matches, if there is anything else. */
function readChildren(at: i32): i32 {
  let count = children;
  while (true) {
    at = readUint(at);
    if (at == 0) return 0;
    store<i32>(numbersAt + (count++ << 2), uint);
    const byte = load<u8>(at++);
    if (byte == comma) continue;
    children = count;
    return byte == closeBracket ? at : 0;
  }
}

function readTicks(at: i32): i32 {
  while (true) {
    if (!matches(at, tickLineKey, tickLineLength)) return 0;
    at = readUint(at + tickLineLength);
    if (at == 0 || uint == 0 || !matches(at, tickCountKey, tickCountLength)) return 0;
    store<i32>(tickLinesAt + (ticks << 2), uint);
    at = readUint(at + tickCountLength);
    if (at == 0 || load<u8>(at++) != closeBrace) return 0;
    store<i32>(tickCountsAt + (ticks << 2), uint);
    ticks++;
    const byte = load<u8>(at++);
    if (byte == closeBracket) return at;
    if (byte != comma) return 0;
  }
}

