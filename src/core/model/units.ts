/**
 * Branded numbers: a plain number becomes one only where data enters (`core/formats`). Columns are typed arrays and state their
 * unit in the column's comment.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

export type Microseconds = Branded<'Microseconds'>;

export const microseconds = (value: number): Microseconds => value as Microseconds;
