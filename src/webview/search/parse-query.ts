import { compilePattern } from '../../core/layout/compile-pattern.ts';

/** Tells whether a function is meant. Texts are a profile's own. */
export interface SearchedFunction {
  readonly name: string;
  readonly file: string;
  readonly package: string;
}
export type Query = { readonly ok: true; readonly matches: (searched: SearchedFunction) => boolean } | { readonly ok: false; readonly reason: string };

/** All words must match: a plain word the name or the file, `file:` and `package:` those alone, `/…/` is a regular expression over the name. */
export function parseQuery(text: string): Query {
  const pattern = /^\/(.+?)(?:\/i?)?$/.exec(text.trim());
  if (pattern) return parsePattern(pattern[1]);
  const tests = text.trim().split(/\s+/).filter((word) => word !== '').map(parseWord);
  return { ok: true, matches: (searched) => tests.every((test) => test(searched)) };
}

function parsePattern(source: string): Query {
  const pattern = compilePattern(source, true);
  return pattern.ok ? { ok: true, matches: ({ name }) => pattern.matches(name) } : pattern;
}

/** A text may be megabytes long; nobody searches for what is beyond the shown part. */
const longestSearched = 500;

function parseWord(word: string): (searched: SearchedFunction) => boolean {
  const lower = word.toLowerCase();
  if (lower.startsWith('file:')) return ({ file }) => includes(file, lower.slice('file:'.length));
  if (lower.startsWith('package:')) return (searched) => includes(searched.package, lower.slice('package:'.length));
  return ({ name, file }) => includes(name, lower) || includes(file, lower);
}

const includes = (text: string, wanted: string): boolean => text.slice(-longestSearched).toLowerCase().includes(wanted);
