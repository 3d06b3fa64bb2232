import type { ScriptFunction } from './script-source.ts';

export const contains = ({ line, endLine }: ScriptFunction, at: number): boolean => line <= at && at <= endLine;

/** The last one that begins is the innermost: functions nest, and they come in the order of the text. */
const innermost = (functions: readonly ScriptFunction[], accept: (fn: ScriptFunction) => boolean): ScriptFunction | null => {
  let found: ScriptFunction | null = null;
  for (const fn of functions) if (accept(fn)) found = fn;
  return found;
};

/** The script as a whole, which stands first; `null` when V8 had forgotten it. */
const wholeScript = ([first]: readonly ScriptFunction[]): ScriptFunction | null =>
  first !== undefined && first.line === 1 && first.column === 1 && first.name === '' ? first : null;

/**
 * V8 places a call frame at the parameters: the last function that begins before them. The frame of the whole script stands
 * at its first character, where a function may begin too, but never its parameters.
 */
export const functionOfFrame = (functions: readonly ScriptFunction[], line: number, column: number): ScriptFunction | null =>
  line === 1 && column === 1 ? wholeScript(functions) : innermost(functions, (fn) => contains(fn, line) && (fn.line < line || fn.column <= column));

/** The whole script contains every line: only a real function says something. */
export const functionAtLine = (functions: readonly ScriptFunction[], line: number): ScriptFunction | null => {
  const whole = wholeScript(functions);
  return innermost(functions, (fn) => fn !== whole && contains(fn, line));
};

/** The function within another one to which a line wholly belongs: where it begins and ends, the line may be the outer one's. */
export const functionWithin = (functions: readonly ScriptFunction[], outer: ScriptFunction, line: number): ScriptFunction | null =>
  innermost(functions, (fn) => fn !== outer && fn.line >= outer.line && fn.endLine <= outer.endLine && fn.line < line && line < fn.endLine);
