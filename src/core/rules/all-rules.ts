import { eagerImport } from './eager-import.ts';
import { ignoreComment } from './ignore-comment.ts';
import { listenerLeak } from './listener-leak.ts';
import { slowRegexp } from './slow-regexp.ts';
import { unboundedCache } from './unbounded-cache.ts';
import { awaitInLoop } from './await-in-loop.ts';
import { connectionPerRequest } from './connection-per-request.ts';
import { missingIndex } from './missing-index.ts';
import { nPlusOne } from './n-plus-one.ts';
import { nPlusOneResolver } from './n-plus-one-resolver.ts';
import { quadraticLoop } from './quadratic-loop.ts';
import { syncBlocking } from './sync-blocking.ts';
import { unboundedQuery } from './unbounded-query.ts';
import type { NoteReader } from '../callgraph/note-reader.ts';
import { unboundedConcurrency } from './unbounded-concurrency.ts';
import type { Rule } from './rule.ts';

/** Every rule; where several see one cause, the first in this list wins. */
export const allRules: readonly Rule[] = [
  nPlusOneResolver,
  nPlusOne,
  connectionPerRequest,
  unboundedConcurrency,
  awaitInLoop,
  unboundedQuery,
  missingIndex,
  syncBlocking,
  slowRegexp,
  quadraticLoop,
  listenerLeak,
  unboundedCache,
  eagerImport,
  ignoreComment,
];

/** All of them read each file, whatever rules are asked for: facts don't depend on that. */
export const noteReaders: readonly NoteReader[] = allRules.flatMap(({ reader }) => reader ?? []);
