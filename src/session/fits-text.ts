import type { Profile } from '../core/model/profile.ts';

/** 1-based line and column inside the text; the end of a line counts. */
const isInText = (lines: readonly string[], line: number, column: number): boolean => line >= 1 && line <= lines.length && column <= lines[line - 1].length + 1;

/** The part of V8's name that stands in the source: `parse` of `Parser.parse`, nothing of `(anonymous)`. */
const plainName = (name: string): string => /[\p{ID_Continue}$]+$/u.exec(name)?.[0] ?? '';

/**
 * Whether a script's positions can be positions of this text. A loader's output that was kept in memory seldom fits
 * the file it came from: beside fitting, half of the names must stand in their lines when `byName` asks for it.
 * Without a single name, as in an entry that only calls others, that can't be said: `unsure`.
 */
export const fitsText = ({ functions, strings }: Profile, scriptId: number, text: string, byName: boolean): 'fits' | 'differs' | 'unsure' => {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  let [named, found] = [0, 0];
  for (let row = 0; row < functions.length; row++) {
    if (functions.scriptId[row] !== scriptId || functions.line[row] === 0) continue;
    const [line, column] = [functions.line[row], functions.column[row]];
    if (!isInText(lines, line, column)) return 'differs';
    const name = plainName(strings[functions.name[row]]);
    if (name === '') continue;
    named++;
    if (lines[line - 1].includes(name)) found++;
  }
  if (!byName) return 'fits';
  if (named === 0) return 'unsure';
  return found * 2 >= named ? 'fits' : 'differs';
};
