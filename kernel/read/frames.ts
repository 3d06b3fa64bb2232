import { columnKey, columnLength, hitsKey, hitsLength, lineKey, lineLength, scriptKey, scriptLength, urlKey, urlLength } from './literals';
import { fieldsAt, inputAt, inputMost, knownMost, lastOfScriptAt, nextAt, nodesMost, scriptsMost, slotsAt, textsAt, textsEnd, textStartsAt } from './memory';
import { equals, matches, place, readPlace, readText, readUint, uint } from './text';

// Frames by their raw text, from the name to `"hitCount":`. The same function comes in many nodes, with the very same
// bytes: finding them again is far cheaper than reading them.

/** Longest search among frames that begin alike. */
const patience: i32 = 16;
const fieldsSize: i32 = 24;

let known: i32 = 0;

export function countFrames(): i32 {
  return known;
}

/** Whether one more window could bring more frames than there is room for. */
export function isFull(): bool {
  return known + nodesMost > knownMost || textEnd(known - 1) + inputMost > textsEnd;
}

export function forgetFrames(): void {
  known = 0;
  memory.fill(slotsAt, 0, knownMost * 4);
  memory.fill(lastOfScriptAt, 0, scriptsMost * 4);
  store<i32>(textStartsAt, textsAt);
}

@inline
function textStart(frame: i32): i32 {
  return load<i32>(textStartsAt + (frame << 2));
}

@inline
function textEnd(frame: i32): i32 {
  return textStart(frame + 1);
}

/** The frame whose text begins at `at`, read afresh if need be; -1: it is not V8's way. The text ends at `frameEnd`. */
export function readFrame(at: i32, limit: i32): i32 {
  const slot = slotsAt + (hash(at) << 2);
  let frame = load<i32>(slot) - 1;
  for (let tries = patience; frame >= 0 && tries > 0; tries--) {
    const start = textStart(frame);
    const length = textEnd(frame) - start;
    if (equals(at, start, length)) {
      frameEnd = at + length;
      return frameEnd <= limit ? frame : -1;
    }
    frame = load<i32>(nextAt + (frame << 2)) - 1;
  }
  return addFrame(at, limit);
}

export let frameEnd: i32 = 0;

/** Of the name's two ends, the script and the line, where it must stand if the url is this script's usual one. */
function hash(start: i32): i32 {
  let at = start;
  let byte = load<u8>(at);
  while (byte != 0x22 && byte != 0) byte = load<u8>(++at);
  let bits = (load<u64>(start) ^ (load<u64>(at - 8) * 0x1b873593cc9e2d)) + u64(at - start);
  at = readUint(at + scriptLength);
  at += urlLength + urlLengthOf(uint) + lineLength;
  if (at + 8 < inputAt + inputMost) bits ^= load<u64>(at) * 0x165667b19e3779;
  bits = (bits ^ (bits >> 29)) * 0x1476d1ce4e5b9f;
  return i32((bits >> 36) & (knownMost - 1));
}

function urlLengthOf(script: i32): i32 {
  const last = load<i32>(lastOfScriptAt + ((script & (scriptsMost - 1)) << 2));
  if (last == 0) return 0;
  const fields = fieldsAt + (last - 1) * fieldsSize;
  return load<i32>(fields, 12) - load<i32>(fields, 8);
}

function addFrame(start: i32, limit: i32): i32 {
  const fields = fieldsAt + known * fieldsSize;
  const name = readText(start);
  if (name == 0 || !matches(name, scriptKey, scriptLength)) return -1;
  let at = readUint(name + scriptLength);
  const script = uint;
  if (at == 0 || !matches(at, urlKey, urlLength)) return -1;
  const url = at + urlLength;
  at = readText(url);
  if (at == 0 || !matches(at, lineKey, lineLength)) return -1;
  store<i32>(fields, name - start);
  store<i32>(fields, url - start, 8);
  store<i32>(fields, at - start, 12);
  at = readPlace(at + lineLength);
  if (at == 0 || !matches(at, columnKey, columnLength)) return -1;
  store<i32>(fields, place, 16);
  at = readPlace(at + columnLength);
  if (at == 0 || !matches(at, hitsKey, hitsLength)) return -1;
  store<i32>(fields, place, 20);
  frameEnd = at + hitsLength;
  if (frameEnd > limit) return -1;
  remember(start, script, fields);
  return known++;
}

function remember(start: i32, script: i32, fields: i32): void {
  const text = textStart(known);
  const length = frameEnd - start;
  memory.copy(text, start, length);
  store<i32>(textStartsAt + ((known + 1) << 2), text + length);
  const last = lastOfScriptAt + ((script & (scriptsMost - 1)) << 2);
  store<i32>(fields, sameScript(load<i32>(last) - 1, text, fields), 4);
  store<i32>(last, known + 1);
  const slot = slotsAt + (hash(start) << 2);
  store<i32>(nextAt + (known << 2), load<i32>(slot));
  store<i32>(slot, known + 1);
}

/** A frame with the same script id and url, the first of its kind; itself if it is that. */
function sameScript(last: i32, text: i32, fields: i32): i32 {
  if (last < 0) return known;
  const lastFields = fieldsAt + last * fieldsSize;
  const from = load<i32>(fields) + scriptLength;
  const lastFrom = load<i32>(lastFields) + scriptLength;
  const length = load<i32>(fields, 12) - from;
  if (length < 8 || length != load<i32>(lastFields, 12) - lastFrom) return known;
  return equals(text + from, textStart(last) + lastFrom, length) ? load<i32>(lastFields, 4) : known;
}
