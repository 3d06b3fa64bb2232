import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages = ['.', 'docs', 'examples', 'examples/report', 'examples/bookshop'].flatMap((folder) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name)));

/** Targets of links and pictures that lie in the repository, without their anchor. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].flatMap(([, target]) => (target === undefined ? [] : [target]));

/** Paths in backticks from a folder of ours; a placeholder such as `<verb>.ts` names no file. */
const pathsOf = (text: string): string[] =>
  [...text.matchAll(/`((?:src|test|scripts|docs|examples|media)\/[\w./-]+)`/g)].flatMap(([, path]) => (path === undefined ? [] : [path]));

describe('the documents', () => {
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8');
    const folder = dirname(page);

    it(`${page} links to nothing that is not there`, () => {
      assert.deepEqual(linksOf(text).filter((target) => !existsSync(join(root, folder, target))), []);
    });

    it(`${page} names no file that is not there`, () => {
      assert.deepEqual(pathsOf(text).filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, folder, path))), []);
    });
  }

  it('show the product within the first ten lines', () => {
    const lines = readFileSync(join(root, 'README.md'), 'utf8').split('\n').slice(0, 10);
    assert.ok(lines.some((line) => /^!\[.+\]\(docs\/images\/.+\.png\)$/.test(line)));
  });
});
