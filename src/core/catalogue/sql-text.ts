import type { Client } from './client.ts';

/** SQL handed to a driver we can't name: the text says what it is. */
export const sqlText: { readonly client: Client; readonly methods: readonly string[]; readonly statement: RegExp } = {
  methods: ['query', 'execute', 'raw', 'queryOne', 'any', 'one', 'many', 'none', 'oneOrNone', 'manyOrNone', '$queryRawUnsafe', 'unsafe'],
  statement: /^\s*(?:select\s|insert\s+into|update\s+\S+\s+set|delete\s+from|with\s+\w+\s+as|call\s|merge\s+into)/i,
  client: {
    id: 'sql',
    name: 'SQL',
    kind: 'query',
    modules: [],
    exports: {},
    shapes: {},
    instead: { read: 'Ask once for all with `IN (…)` or a join, and look up in a Map.', write: 'Insert or update many rows with one statement.' },
  },
};
