import assert from 'node:assert/strict';
import { compile, findingsOf, fixesOf, fixFirst } from './fix-case.ts';

const head = `import { readFile, writeFile } from 'node:fs/promises';\n`;
const inFunction = (body: string, given = 'paths: Iterable<string>'): string => `${head}export async function run(${given}) {\n${body}\n}\n`;

describe('a loop whose turns need nothing of each other', () => {
  const fixed = new Map<string, string>();
  const becomes = (what: string, before: string, after: string, given?: string): void => {
    it(`${what}, and nothing is found in it any more`, () => {
      const text = fixFirst(inFunction(before, given));
      assert.equal(text, inFunction(after, given));
      assert.deepEqual(findingsOf(text), []);
      fixed.set(`${fixed.size}.ts`, text);
    });
  };

  becomes('over a short written list starts all turns at once',
    `  for (const name of ['a', 'b'] as const) {\n    await writeFile(name, name);\n  }`,
    `  await Promise.all((['a', 'b'] as const).map(async (name) => {\n    await writeFile(name, name);\n  }));`);
  becomes('that collects results of a short list keeps their order',
    `  const texts: string[] = [];\n  for (const name of ['a', 'b']) texts.push(await readFile(name, 'utf8'));\n  return texts;`,
    `  const texts: string[] = [];\n  texts.push(...await Promise.all(['a', 'b'].map((name) => readFile(name, 'utf8'))));\n  return texts;`);
  becomes('over any other list runs in chunks',
    `  const texts: string[] = [];\n  for (const path of paths) {\n    texts.push(await readFile(path, 'utf8'));\n  }\n  return texts;`,
    `  const texts: string[] = [];\n  const waiting = [...paths];\n  for (let start = 0; start < waiting.length; start += 8) {\n    texts.push(...await Promise.all(waiting.slice(start, start + 8).map((path) => readFile(path, 'utf8'))));\n  }\n  return texts;`);
  becomes('with several steps a turn runs each turn\'s in order',
    `  for (const path of paths) {\n    const text = await readFile(path, 'utf8');\n    await writeFile(path, text.trim());\n  }`,
    `  const waiting = [...paths];\n  for (let start = 0; start < waiting.length; start += 8) {\n    await Promise.all(waiting.slice(start, start + 8).map(async (path) => {\n      const text = await readFile(path, 'utf8');\n      await writeFile(path, text.trim());\n    }));\n  }`);

  it('compiles, in strict TypeScript', () => {
    assert.equal(fixed.size, 4);
    assert.deepEqual(compile(fixed), []);
  });

  it('is left as it is where a written list is long', () => {
    const long = Array.from({ length: 11 }, (_, index) => `'${index}'`).join(', ');
    assert.match(fixFirst(inFunction(`  for (const name of [${long}]) await writeFile(name, name);`)) ?? '', /slice\(start, start \+ 8\)/);
  });

  const refused = (why: string, body: string, given?: string): void => {
    it(`is not changed ${why}`, () => {
      const text = inFunction(body, given);
      const [finding] = findingsOf(text);
      assert.equal(finding?.rule, 'await-in-loop', 'it is found');
      assert.deepEqual(fixesOf(text, finding).filter(({ kind }) => kind === 'edit'), []);
    });
  };
  refused('where it writes to a list in the order of the turns', `  const texts: string[] = [];\n  for (const path of paths) {\n    const text = await readFile(path, 'utf8');\n    texts.push(text);\n  }\n  return texts;`);
  refused('in a transaction', `  await db.transaction(async () => {\n    for (const path of paths) await writeFile(path, 'x');\n  });`, 'paths: string[], db: { transaction(run: () => Promise<void>): Promise<void> }');
  refused('in a loop around, whose turns would go on waiting', `  for (const group of groups) {\n    for (const path of group) await writeFile(path, 'x');\n  }`, 'groups: string[][]');
  refused('where it is a counted loop', `  for (let at = 0; at < paths.length; at++) await writeFile(paths[at], 'x');`, 'paths: string[]');
});
