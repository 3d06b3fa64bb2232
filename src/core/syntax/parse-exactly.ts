import type TypeScript from 'typescript';
import type { Compiler } from './parse-source.ts';

type Converted = { readonly estree: unknown };

/** The TypeScript compiler and the converter of its trees, handed in by whoever loaded them. */
export interface ExactParser {
  readonly ts: Compiler;
  readonly astConverter: (source: TypeScript.SourceFile, settings: object, keepMaps: boolean) => Converted;
}

/** As `parse()` of the same package sets them: without `range` and `loc` the tree is walked a second time to take them out. */
const settings = {
  allowInvalidAST: true,
  errorOnUnknownASTType: false,
  suppressDeprecatedPropertyWarnings: true,
  range: true,
  loc: true,
  tokens: false,
};

const scriptKind = (ts: Compiler, file: string): TypeScript.ScriptKind => {
  if (/\.[cm]?ts$/i.test(file)) return ts.ScriptKind.TS;
  return /\.tsx$/i.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
};

/** The tree as typescript-estree makes it. @throws for a text that TypeScript can't parse */
export const parseExactly = ({ ts, astConverter }: ExactParser, file: string, text: string, comment: boolean): unknown => {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return astConverter(ts.createSourceFile(file, text, options, true, scriptKind(ts, file)), { ...settings, comment }, false).estree;
};
