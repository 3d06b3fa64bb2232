import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of docs/faults.md. */
export interface FaultRow {
  readonly id: string;
  readonly outcome: string;
  /** Empty where the table has none. */
  readonly message: string;
  readonly test: string;
}

const document = join(import.meta.dirname, '..', '..', 'docs', 'faults.md');

/** Every row whose first cell is an id such as `B7`. */
export function readFaultRows(): FaultRow[] {
  const rows = readFileSync(document, 'utf8').split('\n').map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
  return rows.filter(([id = '']) => /^[A-G]\d+$/.test(id)).map(([id, , outcome, message, test]) => ({ id, outcome, message: message === '–' ? '' : message, test }));
}

/** The codes of refusals and repairs of profiles. */
export const readProblemCodes = (): ReadonlySet<string> => new Set(Array.from(readFileSync(document, 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm), ([, code]) => code));

/** The row a test is named in. */
export function faultRow(test: string): FaultRow {
  const row = readFaultRows().find((known) => known.test === test);
  if (row === undefined) throw new Error(`docs/faults.md has no row for "${test}"`);
  return row;
}

/** Messages are compared without their numbers, which the table writes as `N`. */
export const withoutNumbers = (message: string): string => message.replace(/\d+/g, 'N');
