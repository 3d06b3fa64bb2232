import { textWidth } from './visible-text.ts';

/** Rows as aligned columns two spaces apart; numbers to the right, the last column is not padded. */
export function alignColumns(rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[]): string[] {
  const widths = align.map((_, column) => rows.reduce((widest, row) => Math.max(widest, textWidth(row[column])), 0));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(widths[column] - textWidth(cell));
        return align[column] === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Breaks prose at spaces; the first line starts with `lead`, the others with `indent`. A longer word stays whole. */
export function wrapText(text: string, columns: number, lead: string, indent: string): string[] {
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && textWidth(line) + 1 + textWidth(word) > columns) {
      lines.push(line);
      line = indent + word;
    } else line = empty ? line + word : `${line} ${word}`;
    empty = false;
  }
  return [...lines, line];
}
