/** The offset of a place counted from 1, as findings are. Lines end as the parser's do. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = /\r\n|[\n\r\u2028\u2029]/g;
    end.lastIndex = start;
    const found = end.exec(text);
    if (!found) return text.length;
    start = end.lastIndex;
  }
  return Math.min(text.length, start + column - 1);
}

/** The place of an offset, counted from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.slice(0, offset).search(/[^\n\r\u2028\u2029]*$/);

/** The blanks a line begins with. */
export const indentOf = (text: string, offset: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';

/** How the text ends its lines. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
