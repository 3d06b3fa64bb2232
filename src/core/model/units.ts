/**
 * Branded numbers. A plain number becomes one only where data enters (`core/formats`, `capture`) or leaves (`editor`),
 * so a 0-based line can't slip into a 1-based place unnoticed. Typed arrays state their unit in the column's comment.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** 0-based line, as V8's call frames and the editor count. */
export type Line0 = Branded<'Line0'>;
/** 1-based line, as people, V8's position ticks and our results count. */
export type Line1 = Branded<'Line1'>;
/** 0-based column in UTF-16 units, as V8's call frames, source maps and the editor count. */
export type Column0 = Branded<'Column0'>;
/** 1-based column, as our results count. */
export type Column1 = Branded<'Column1'>;
export type Microseconds = Branded<'Microseconds'>;
export type Milliseconds = Branded<'Milliseconds'>;

export const line0 = (value: number): Line0 => value as Line0;
export const line1 = (value: number): Line1 => value as Line1;
export const column0 = (value: number): Column0 => value as Column0;
export const column1 = (value: number): Column1 => value as Column1;
export const microseconds = (value: number): Microseconds => value as Microseconds;
export const milliseconds = (value: number): Milliseconds => value as Milliseconds;

export const toLine1 = (line: Line0): Line1 => line1(line + 1);
export const toLine0 = (line: Line1): Line0 => line0(line - 1);
export const toColumn1 = (column: Column0): Column1 => column1(column + 1);
export const toColumn0 = (column: Column1): Column0 => column0(column - 1);
export const toMilliseconds = (time: Microseconds): Milliseconds => milliseconds(time / 1000);
