import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Patterns that are refused everywhere, with what to do instead. */
const refused = [
  { selector: 'Property[key.name="shell"][value.value=true]', message: 'No shell: pass the arguments as an array.' },
  { selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]', message: 'Text from a profile must stay text: use textContent.' },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: 'Text from a profile must stay text: use textContent.' },
];
const noShellImports = {
  paths: ['child_process', 'node:child_process'].map((name) => ({ name, importNames: ['exec', 'execSync'], message: 'They start a shell: use spawn.' })),
};
const noRandom = { object: 'Math', property: 'random', message: 'Ids come from node:crypto; tests take a seed.' };

/** Core: same input, same output. Its tsconfig has no Node and no DOM; these two are in the language itself. */
const noClock = [
  { object: 'Date', property: 'now', message: 'core has no clock: take the time as a parameter.' },
  { object: 'performance', property: 'now', message: 'core has no clock: take the time as a parameter.' },
];
/** Only one of the two parsers writes `loc`. */
const noLoc = [':matches(MemberExpression[property.name="loc"], ObjectPattern > Property[key.name="loc"])'].map((selector) => ({ selector, message: 'Nodes have no loc: ask the LineTable.' }));
const noClockSyntax = [{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'core has no clock: take the time as a parameter.' }];

const testHabits = [
  { selector: 'CallExpression[callee.property.name=/^(only|skip)$/][callee.object.name=/^(describe|it|context)$/]', message: 'Every test runs, or is deleted.' },
  { selector: 'CallExpression[callee.property.name="waitForTimeout"]', message: 'Nothing sleeps: wait for what you expect (test/helpers/until.ts).' },
  { selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]', message: 'Nothing sleeps: test/helpers/until.ts polls.' },
];

const off = (...rules) => Object.fromEntries(rules.map((rule) => [`@typescript-eslint/${rule}`, 'off']));

export default defineConfig(
  globalIgnores(['dist/', 'examples/', '**/fixtures/', 'bench/accuracy/', '.vscode-test/']),
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // spreading a text into code points is what we mean
      '@typescript-eslint/no-unnecessary-condition': 'off', // an index may be out of range whatever its type says
      '@typescript-eslint/require-await': 'off', // async makes a throw a rejection
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': ['error', noShellImports],
      'no-restricted-properties': ['error', noRandom],
      'no-restricted-syntax': ['error', ...refused],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**', 'scripts/**'],
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 80],
    },
  },
  {
    // Trees are told apart by the words in `type`; the enum of the same words would have to be loaded for that.
    files: ['src/core/callgraph/**', 'src/core/rules/**', 'src/core/fixes/**', 'test/unit/core/callgraph/**', 'test/unit/core/rules/**'],
    rules: off('no-unsafe-enum-comparison'),
  },
  { files: ['src/**'], ignores: ['src/cli/**'], rules: { 'no-console': 'error' } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': ['error', noRandom, ...noClock],
      'no-restricted-syntax': ['error', ...refused, ...noClockSyntax, ...noLoc],
    },
  },
  {
    // The probe lives among values that the measured program may have replaced, and on Node 18.
    files: ['src/capture/probe/**'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      ...off('no-deprecated', 'no-unsafe-assignment', 'no-unsafe-call', 'no-unsafe-class-instance-assignment'),
      ...off('no-unsafe-function-type', 'no-unsafe-member-access', 'no-unsafe-return', 'unbound-method'),
    },
  },
  {
    // They read files that we wrote ourselves, and answers of libraries without types.
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: off('no-unsafe-assignment', 'no-unsafe-member-access'),
  },
  { files: ['test/**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', ...refused, ...testHabits] } },
);
