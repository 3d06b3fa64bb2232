import { nPlusOne } from './n-plus-one.ts';
import { syncBlocking } from './sync-blocking.ts';
import type { Rule } from './rule.ts';

/** Every rule; where several see one cause, the first in this list wins. */
export const allRules: readonly Rule[] = [nPlusOne, syncBlocking];
