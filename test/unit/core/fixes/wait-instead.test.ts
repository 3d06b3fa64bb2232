import assert from 'node:assert/strict';
import { compile, findingsOf, fixesOf, fixFirst } from './fix-case.ts';

const handler = (body: string): string => `app.get('/', async (request: { path: string }, response: { send(text: string): void }) => {\n  ${body}\n});\ndeclare const app: { get(path: string, handle: (request: never, response: never) => unknown): void };\n`;

/** What a blocking call is, and what is written in its place. */
const cases: readonly (readonly [string, string, string, string, string])[] = [
  ['a name of node:fs', `import { existsSync, readFileSync } from 'node:fs';`, `response.send(readFileSync(request.path, 'utf8'));`,
    `import { existsSync, readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';`, `response.send(await readFile(request.path, 'utf8'));`],
  ['a member of its default export', `import fs from 'node:fs';`, `response.send(fs.readFileSync(request.path, 'utf8').trim());`,
    `import fs from 'node:fs';`, `response.send((await fs.promises.readFile(request.path, 'utf8')).trim());`],
  ['a write', `import { writeFileSync } from 'node:fs';`, `writeFileSync(request.path, 'x');`,
    `import { writeFileSync } from 'node:fs';\nimport { writeFile } from 'node:fs/promises';`, `await writeFile(request.path, 'x');`],
  ['a password', `import * as bcrypt from 'bcrypt';`, `response.send(String(bcrypt.compareSync(request.path, 'hash')));`,
    `import * as bcrypt from 'bcrypt';`, `response.send(String(await bcrypt.compare(request.path, 'hash')));`],
];

describe('waiting in place of blocking', () => {
  const fixed = new Map<string, string>();
  for (const [what, head, body, newHead, newBody] of cases) {
    it(`is written for ${what}, and nothing is found in it any more`, () => {
      const text = fixFirst(`${head}\n${handler(body)}`);
      assert.equal(text, `${newHead}\n${handler(newBody)}`);
      assert.deepEqual(findingsOf(text), []);
      fixed.set(`${what.replaceAll(/\W/g, '-')}.ts`, text);
    });
  }

  it('compiles, in strict TypeScript', () => {
    assert.equal(fixed.size, cases.length);
    assert.deepEqual(compile(fixed), []);
  });

  it('takes the promises of fs where a file requires it', () => {
    const whole = fixFirst(`const fs = require('fs');\n${handler("response.send(fs.readFileSync('a', 'utf8'));")}`, 'sample.ts');
    assert.match(whole ?? '', /send\(await fs\.promises\.readFile\('a', 'utf8'\)\)/);
    const named = fixFirst(`const { readFileSync: read } = require('fs');\n${handler("response.send(read('a', 'utf8'));")}`, 'sample.ts');
    assert.match(named ?? '', /^.*\nconst \{ readFile \} = require\('node:fs\/promises'\);\n[^]*send\(await readFile\('a', 'utf8'\)\)/);
  });

  it('goes on with an import that is there, under its name', () => {
    const text = fixFirst(`import { readFileSync } from 'node:fs';\nimport { readFile as read } from 'fs/promises';\n${handler("response.send(readFileSync('a', 'utf8'));")}`);
    assert.match(text ?? '', /send\(await read\('a', 'utf8'\)\)/);
  });

  const refused = (why: string, text: string): void => {
    it(`is not written ${why}`, () => {
      const [finding] = findingsOf(text);
      assert.equal(finding?.rule, 'sync-blocking', 'it is found');
      assert.deepEqual(fixesOf(text, finding).filter(({ kind }) => kind === 'edit'), []);
    });
  };
  const head = `import { existsSync, readFileSync, statSync } from 'node:fs';\n`;
  refused('where the function around is not async', `${head}app.get('/', (request, response) => response.send(readFileSync('a')));`);
  refused('in a loop, where each turn would wait', `${head}${handler("for (const path of [request.path]) response.send(readFileSync(path, 'utf8'));")}`);
  refused('in a callback per element, which would open all files at once', `${head}${handler("response.send(['a'].map(async (path) => readFileSync(path, 'utf8')).join());")}`);
  refused('in the default of a parameter', `${head}app.get('/', async (request, response, text = readFileSync('a')) => response.send(text));`);
  refused('for a name that has no promise', `${head}${handler("response.send(String(existsSync('a')));")}`);
  refused('with a setting that the promise does not know', `${head}${handler("response.send(String(statSync('a', { throwIfNoEntry: false })));")}`);
  refused('where the new name means something else', `${head}const readFile = 1;\n${handler("response.send(readFileSync('a', 'utf8'));")}`);
});
