// How many reports of each static rule are right in public code, by the judged ones in test/golden/static/judged: npm run precision.
import { join } from 'node:path';
import { readJudgedRules } from './precision/judged.ts';
import { precisionTable } from './precision/precision-table.ts';

console.log(precisionTable(readJudgedRules(join(import.meta.dirname, '../test/golden/static/judged'))));
