/** Control, format (bidi, zero-width, tags), line and paragraph separators, lone surrogates: what moves, hides or recolours other text. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Longest name shown; a minified bundle's or a hostile profile's may have megabytes. */
const longestName = 120;

/** A profile's text on one line with nothing hidden in it: `\u{1b}` for an escape character. Cut to `limit` characters with `…`. */
export function visibleText(text: string, limit = longestName): string {
  // Cut before replacing, so that a 10 MB name costs nothing.
  const shown = text.slice(0, limit + 1).replace(invisible, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return text.length > limit || shown.length > limit ? `${wholeCharacters(shown, limit - 1)}…` : shown;
}

/** The first `length` UTF-16 units without a halved pair at the end. */
const wholeCharacters = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}/u;

/** Terminal cells: East Asian wide characters and pictographs take two, combining marks none. */
export function textWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return cells;
}

/** Fits a text into `cells` by cutting its end. */
export function cutEnd(text: string, cells: number): string {
  return textWidth(text) <= cells ? text : `${takeCells([...text], cells - 1).join('')}…`;
}

/** Fits a path into `cells` by cutting its start: the end says which file it is. */
export function cutStart(text: string, cells: number): string {
  return textWidth(text) <= cells ? text : `…${takeCells([...text].reverse(), cells - 1).reverse().join('')}`;
}

function takeCells(characters: readonly string[], cells: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += textWidth(character);
    if (used > cells) break;
    taken.push(character);
  }
  return taken;
}
