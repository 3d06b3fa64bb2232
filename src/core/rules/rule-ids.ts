/** Ids of all rules, for faces that don't load the rules themselves. */
export const ruleIds: readonly string[] = [
  'n-plus-one-resolver',
  'n-plus-one',
  'connection-per-request',
  'unbounded-concurrency',
  'await-in-loop',
  'unbounded-query',
  'missing-index',
  'sync-blocking',
  'slow-regexp',
  'quadratic-loop',
  'listener-leak',
  'unbounded-cache',
  'eager-import',
  'ignore-comment',
];
