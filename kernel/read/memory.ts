// Where everything lies. Nothing is allocated and nothing grows: each call reads at most one window of input.

/** Below are AssemblyScript's own constants. */
export const literalsAt: i32 = 0x8000;

/** The window: what has arrived and is not read yet, with zero bytes behind it, at which every loop stops. */
export const inputAt: i32 = 0x10000;
export const inputMost: i32 = 0x40000;
const slack: i32 = 0x100;

/** A node takes 100 bytes at least, a child or a sample two, a tick 20. */
export const nodesMost: i32 = 2800;
const numbersMost: i32 = inputMost / 2;
const ticksMost: i32 = inputMost / 20;

/** By node of the last call, 32 bits each: its id, frame and hits, and where its children and ticks end. */
export const idsAt: i32 = inputAt + inputMost + slack;
export const framesAt: i32 = idsAt + nodesMost * 4;
export const hitsAt: i32 = framesAt + nodesMost * 4;
export const childEndsAt: i32 = hitsAt + nodesMost * 4;
export const tickEndsAt: i32 = childEndsAt + nodesMost * 4;
/** Ids of children; or samples or time deltas. */
export const numbersAt: i32 = tickEndsAt + nodesMost * 4;
export const tickLinesAt: i32 = numbersAt + numbersMost * 4;
export const tickCountsAt: i32 = tickLinesAt + ticksMost * 4;

/** What `frames.ts` remembers. */
export const knownMost: i32 = 1 << 14;
export const slotsAt: i32 = tickCountsAt + ticksMost * 4;
export const nextAt: i32 = slotsAt + knownMost * 4;
export const textStartsAt: i32 = nextAt + knownMost * 4;
/** By the last bits of the script id. */
export const scriptsMost: i32 = 1 << 12;
export const lastOfScriptAt: i32 = textStartsAt + (knownMost + 1) * 4;
/** Six numbers a frame: length of the name, frame it shares script and url with, start and end of the url in the text, line, column. */
export const fieldsAt: i32 = lastOfScriptAt + scriptsMost * 4;
/** Row of the reader's frame table. */
export const rowsAt: i32 = fieldsAt + knownMost * 24;
export const textsAt: i32 = rowsAt + knownMost * 4;
export const textsEnd: i32 = textsAt + (4 << 20);
