// Lays out a new rule: its file, its case, its page, and its rows. npm run new-rule -- <id>
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { addToAllRules, addToRuleIds, isRuleId, ruleFiles } from './rule-scaffold.ts';

const [id = ''] = process.argv.slice(2);
const files = ruleFiles(id);
const taken = [...files.keys()].filter((path) => existsSync(join(root, path)));
const refusal = !isRuleId(id) ? `A rule's id is in kebab-case, as unbounded-cache, not ${JSON.stringify(id)}. npm run new-rule -- <id>` : taken.length > 0 ? `There is already ${taken.join(', ')}.` : null;

if (refusal === null) {
  const change = (path: string, to: (text: string, id: string) => string): void => writeFileSync(join(root, path), to(readFileSync(join(root, path), 'utf8'), id));
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  change('src/core/rules/all-rules.ts', addToAllRules);
  change('src/core/rules/rule-ids.ts', addToRuleIds);
  console.log(`Made ${[...files.keys()].join(', ')}.\nNext: write the case first, then the rule; give it its place in all-rules.ts, where the first of two rules that see one cause wins.`);
} else {
  console.error(refusal);
  process.exitCode = 2;
}
