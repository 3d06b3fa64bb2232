import type { TSESTree } from '@typescript-eslint/types';
import type TypeScript from 'typescript';
import type { Compiler } from './parse-source.ts';

type Converted = { readonly estree: unknown };

/** The TypeScript compiler and the converter of its trees, handed in by whoever loaded them. */
export interface Parser {
  readonly ts: Compiler;
  readonly astConverter: (source: TypeScript.SourceFile, settings: object, keepMaps: boolean) => Converted;
}

export type ParsedModule = { readonly ok: true; readonly program: TSESTree.Program } | { readonly ok: false; readonly reason: string };

/** As `parse()` of the same package sets them: without `range` and `loc` the tree is walked a second time to take them out. */
const settings = {
  allowInvalidAST: true,
  errorOnUnknownASTType: false,
  suppressDeprecatedPropertyWarnings: true,
  range: true,
  loc: true,
  tokens: false,
};

const isProgram = (value: unknown): value is TSESTree.Program => typeof value === 'object' && value !== null && 'type' in value && value.type === 'Program';

const lineOf = (error: unknown): string => {
  const place = typeof error === 'object' && error !== null && 'location' in error ? error.location : null;
  const start = typeof place === 'object' && place !== null && 'start' in place ? place.start : null;
  return typeof start === 'object' && start !== null && 'line' in start && typeof start.line === 'number' ? ` (line ${start.line})` : '';
};

const scriptKind = (ts: Compiler, file: string): TypeScript.ScriptKind => {
  if (/\.[cm]?ts$/i.test(file)) return ts.ScriptKind.TS;
  return /\.tsx$/i.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
};

/** The ESTree of a text whose ending says the language, or why there is none; comments cost a sixth of it, so only who needs them asks. Never throws. */
export const parseModule = ({ ts, astConverter }: Parser, file: string, text: string, comment = true): ParsedModule => {
  try {
    const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
    const { estree } = astConverter(ts.createSourceFile(file, text, options, true, scriptKind(ts, file)), { ...settings, comment }, false);
    return isProgram(estree) ? { ok: true, program: estree } : { ok: false, reason: 'it could not be parsed' };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'code nested too deeply' };
    return { ok: false, reason: `${error instanceof Error ? error.message.replace(/\.$/, '') : 'it could not be parsed'}${lineOf(error)}` };
  }
};
