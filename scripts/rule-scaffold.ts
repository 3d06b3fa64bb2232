/** A rule's id in kebab-case: `unbounded-cache`. */
export const isRuleId = (id: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id);

const camelCase = (id: string): string => id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const ruleText = (id: string): string => `import type { Rule } from './rule.ts';

/** What is reported, in one sentence. */
export const ${camelCase(id)}: Rule = {
  id: '${id}',
  summary: 'A call of slowCall',
  needs: [/\\bslowCall\\b/],
  onCall({ file, event }) {
    const { term, span, label } = event;
    if (term.kind !== 'call' || term.callee.kind !== 'global' || term.callee.name !== 'slowCall') return null;
    return {
      span,
      kind: 'call',
      message: '\`slowCall\` costs time.',
      severity: 'hint',
      chain: [{ file: file.path, span, label }],
      advice: 'Leave it out.',
    };
  },
};
`;

const sample = (id: string): string => `export function reported() {
  slowCall();
  ~~~~~~~~~~ ${id} hint
}
`;

const goldenText = (id: string): string => `What is reported, and one near miss for each condition.
=== src/a.js
${sample(id)}
// A function of the project that has the same name is another one.
export function near(slowCall) {
  slowCall();
}
`;

const pageText = (id: string): string => `# ${id}

What is reported, in one sentence.

## Why

What it costs, with a number, and why it is not seen in tests.

## Reported

\`\`\`js
${sample(id)}\`\`\`

## Fixed

\`\`\`js
export function fixed() {}
\`\`\`

What that changes besides.

## When not

- When it may stay.
`;

/** The files of a new rule, by their path in the project. */
export const ruleFiles = (id: string): ReadonlyMap<string, string> => new Map([
  [`src/core/rules/${id}.ts`, ruleText(id)],
  [`test/golden/static/${id}.txt`, goldenText(id)],
  [`docs/rules/${id}.md`, pageText(id)],
]);

/** Adds the rule behind the others; where it should win or lose is for its author to say. */
export const addToAllRules = (text: string, id: string): string =>
  text
    .replace("import type { Rule } from './rule.ts';", `import { ${camelCase(id)} } from './${id}.ts';\nimport type { Rule } from './rule.ts';`)
    .replace(/(allRules: readonly Rule\[\] = \[)([^\]]*?),?\s*\]/, (_, start: string, names: string) => `${start}${names}, ${camelCase(id)}]`);

export const addToRuleIds = (text: string, id: string): string => text.replace(/(\[[^[\]]*?'),?\s*\];/, (_, list: string) => `${list}, '${id}'];`);
