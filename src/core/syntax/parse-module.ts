import type { TSESTree } from '@typescript-eslint/types';
import { type ExactParser, parseExactly } from './parse-exactly.ts';

/** What parses, handed in by whoever loaded it. */
export interface Parser {
  /** A tree of TS-ESTree's shape without `loc`, for most texts; `null` for those it does not take. */
  fast(file: string, text: string, comments: boolean): unknown;
  /** Who has the last word on a text the fast one does not take. Loaded when first asked for. */
  exact(): ExactParser;
}

export type ParsedModule = { readonly ok: true; readonly program: TSESTree.Program } | { readonly ok: false; readonly reason: string };

const isProgram = (value: unknown): value is TSESTree.Program => typeof value === 'object' && value !== null && 'type' in value && value.type === 'Program';

const lineOf = (error: unknown): string => {
  const place = typeof error === 'object' && error !== null && 'location' in error ? error.location : null;
  const start = typeof place === 'object' && place !== null && 'start' in place ? place.start : null;
  return typeof start === 'object' && start !== null && 'line' in start && typeof start.line === 'number' ? ` (line ${start.line})` : '';
};

/** The ESTree of a text whose ending says the language, or why there is none; comments cost a sixth of it, so only who needs them asks. Nodes have a range and no `loc`. Never throws. */
export const parseModule = (parser: Parser, file: string, text: string, comment = true): ParsedModule => {
  const fast = parser.fast(file, text, comment);
  if (isProgram(fast)) return { ok: true, program: fast };
  try {
    const program = parseExactly(parser.exact(), file, text, comment);
    return isProgram(program) ? { ok: true, program } : { ok: false, reason: 'it could not be parsed' };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'code nested too deeply' };
    return { ok: false, reason: `${error instanceof Error ? error.message.replace(/\.$/, '') : 'it could not be parsed'}${lineOf(error)}` };
  }
};
