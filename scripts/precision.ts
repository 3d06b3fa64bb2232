// How many reports of each static rule are right in public code, by the judged ones in test/golden/static/judged: npm run precision.
// How many known bugs of public code are found: npm run precision -- recall. Trees are taken from FLAMELINE_CORPUS or fetched into it.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readJudgedRules } from './precision/judged.ts';
import { precisionTable } from './precision/precision-table.ts';
import { printRecall } from './precision/recall.ts';

if (process.argv[2] === 'recall') printRecall(process.env.FLAMELINE_CORPUS ?? join(homedir(), '.cache/flameline-tests/corpus'));
else console.log(precisionTable(readJudgedRules(join(import.meta.dirname, '../test/golden/static/judged'))));
