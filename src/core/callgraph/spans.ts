import type { Span } from './facts.ts';

/** The inner one lies wholly in the outer one, or is the same. */
export const contains = (outer: Span, { line, column, endLine, endColumn }: Span): boolean =>
  (outer.line < line || (outer.line === line && outer.column <= column)) && (outer.endLine > endLine || (outer.endLine === endLine && outer.endColumn >= endColumn));
