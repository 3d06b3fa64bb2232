import type { Span } from '../../callgraph/facts.ts';

/** A table as the project's own code or schema defines it. */
export interface Table {
  readonly name: string;
  readonly file: string;
  /** Where it is defined. */
  readonly span: Span;
  /** Columns that an index can help with; those of few values (booleans, enums) are not among them. */
  readonly columns: ReadonlySet<string>;
  /** The columns each index, key and unique constraint begins with. */
  readonly leading: ReadonlySet<string>;
}

/** What a query filters or sorts by. */
export interface Criteria {
  readonly columns: readonly string[];
  readonly by: 'filter' | 'order';
}

/** A query's table, and what the query filters or sorts it by. */
export interface Asked {
  readonly table: Table;
  readonly criteria: Criteria;
}

/** Columns whose names say that they hold few different values: an index on them alone is hardly used. */
const fewValues = /^(?:is|has|can|should|was|allow)[A-Z_]|^(?:active|enabled|disabled|deleted|published|archived|verified|completed|read|status|state|type|kind|role|level|gender|locale|language|currency|provider|visibility)$|(?:Status|State|Type|Kind|Role)$/;

/** The columns of the criteria that lack an index, when none of them has one; empty when one does, or when a column is not known. */
export const lacksIndex = ({ columns, leading }: Table, { columns: asked }: Criteria): readonly string[] => {
  if (asked.some((column) => leading.has(column))) return [];
  return asked.filter((column) => columns.has(column) && !fewValues.test(column));
};
