import type { FrameSet } from './frame-set.ts';
import { number, object, type ObjectShape, type Shape, text } from './json/shape.ts';

/** The last 0-based line or column that its 1-based form still fits 31 bits. */
const largestPlace = 0x7ffffffe;

/** A 0-based line or column as our 1-based one; V8's -1 and what no file can have become 0, none. */
export const place = (take: (value: number) => void): Shape => number((value) => take(Number.isInteger(value) && value >= 0 && value <= largestPlace ? value + 1 : 0));

/** V8's call frame, its keys in any order; ids are texts or numbers. */
export function callFrameShape(frames: FrameSet, take: (func: number) => void): ObjectShape {
  const none = { name: 0, url: 0, scriptId: -1, line: 0, column: 0 };
  let frame = none;
  return object({
    functionName: text((row) => { frame.name = row; }),
    url: text((row) => { frame.url = row; }),
    scriptId: { kind: 'text', loose: true, take: (row) => { frame.scriptId = row; return undefined; } },
    lineNumber: place((value) => { frame.line = value; }),
    columnNumber: place((value) => { frame.column = value; }),
  }, {
    begin: () => { frame = { ...none }; },
    end: () => {
      take(frames.add(frame.name, frame.url, frame.line, frame.column, frame.scriptId < 0 ? frame.url : frame.scriptId));
      return undefined;
    },
  });
}
