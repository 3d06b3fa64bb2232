import type { FrameSet } from '../frame-set.ts';

/** How V8 and Linux perf mark compiled JavaScript: `JS:*parse /app/rows.js:12:3`. */
const compiled = /^(?:JS|LazyCompile|Function|Script|Eval):[~^*+]?/;
/** What stands in parentheses is a file only if it looks like one. */
const fileLike = /[./\\:]/;
/** A longer frame is a name, whatever it ends with. */
const longest = 4096;
/** `:12:3` or `:12` at the end. */
const position = /(?::(\d{1,9}))?(?::(\d{1,9}))?$/;

/**
 * The function of a frame's text. A file and a line are known where they follow the name in parentheses, as in
 * `parse (/app/rows.js:12:3)`, or a name that V8 gave to perf.
 */
export function parseFrame(frames: FrameSet, bytes: Uint8Array, start: number, end: number): number {
  if (end - start > longest) return frames.add(frames.texts.intern(bytes, start, end), 0, 0, 0);
  // One character a byte, so that places in it are places in the bytes.
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const mark = compiled.exec(text)?.[0].length ?? 0;
  const paren = text.endsWith(')') ? text.lastIndexOf(' (') : -1;
  const open = fileLike.test(text.slice(paren + 2)) ? paren : -1;
  const space = mark > 0 && open < 0 ? text.indexOf(' ', mark) : -1;
  const nameEnd = open > 0 ? open : space > 0 ? space : text.length;
  const fileStart = open > 0 ? open + 2 : space > 0 ? space + 1 : text.length;
  const fileEnd = open > 0 ? text.length - 1 : text.length;
  const [tail, line = '0', column = '0'] = position.exec(text.slice(fileStart, fileEnd)) ?? [''];
  const intern = (from: number, to: number): number => frames.texts.intern(bytes, start + from, start + Math.max(from, to));
  return frames.add(intern(nameEnd === 0 ? 0 : mark, nameEnd), intern(fileStart, fileEnd - tail.length), Number(line), Number(column));
}
