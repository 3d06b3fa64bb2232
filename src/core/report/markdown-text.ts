import { formatCounted } from './format-numbers.ts';
import { visibleText } from './visible-text.ts';

/**
 * A profile's text inside Markdown: a code span, in which links, HTML and emphasis are dead. A backtick could end the span and a
 * pipe the table cell, whatever stands before it, so a text with one of them is escaped character by character.
 */
export function quoteMarkdown(text: string, limit = 120): string {
  const shown = visibleText(text, limit);
  return /[`|]/.test(shown) ? escapeMarkdown(shown) : shown.trim() === '' ? '' : `\`${shown}\``;
}

/** What could begin markup, an autolink or a mention becomes a numeric entity. */
export const escapeMarkdown = (text: string): string =>
  visibleText(text, 400).replace(/[\\`*_{}[\]#|<>~&@$]|^[-+=]|:(?=\/\/)|(?<=www)\./gi, (character) => `&#${character.charCodeAt(0)};`);

/** A place in a table's cell; empty for none. */
export const quotePlace = (file: string, line: number): string => (file === '' ? '' : quoteMarkdown(line > 0 ? `${file}:${line}` : file, 300));

/** Says what a table left out. */
export const cutNote = (all: number, top: number, noun: string): string[] => (all > top ? [`${formatCounted(all - top, `more ${noun}`)} not shown.`] : []);
