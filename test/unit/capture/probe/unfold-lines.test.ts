import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { transformSync, type TransformOptions } from 'esbuild';
import { unfoldLines } from '../../../../src/capture/probe/unfold-lines.ts';
import { createLineMapper } from '../../../../src/core/sourcemap/map-line.ts';
import { parseSourceMap, type SourceMap } from '../../../../src/core/sourcemap/parse-source-map.ts';

/** As tsx asks esbuild: one line, names kept, inline map. */
const options: TransformOptions = { loader: 'ts', minifyWhitespace: true, keepNames: true, sourcemap: 'inline', sourcefile: 'a.ts', sourcesContent: false, target: 'es2022' };
const print = (text: string, format: 'esm' | 'cjs' = 'esm'): string => transformSync(text, { ...options, format }).code;

const split = (text: string): { code: string; map: SourceMap } => {
  const at = text.lastIndexOf('//# sourceMappingURL=data:application/json;');
  const [code, inline] = [text.slice(0, at), text.slice(at)];
  const parsed = parseSourceMap(Buffer.from(inline.slice(inline.indexOf(',') + 1), 'base64').toString('utf8'));
  assert.ok(parsed.ok);
  return { code, map: parsed.value };
};

/** Each generated line as `original line: code`. */
const show = (text: string): string[] => {
  const { code, map } = split(text);
  const lineOf = createLineMapper(map);
  return code.trimEnd().split('\n').map((line, at) => `${lineOf(at).line}: ${line}`);
};

/** What stands at each mapping, with the original place: must not change. */
const mappedTokens = (text: string): string[] => {
  const { code, map: { segments } } = split(text);
  const lines = code.split('\n');
  return Array.from({ length: segments.length }, (_, at) => {
    const rest = lines[segments.line[at]].slice(segments.column[at]);
    return `${segments.sourceLine[at]}:${segments.sourceColumn[at]} ${/^[\w$]+|^./.exec(rest)?.[0] ?? ''}`;
  });
};

describe('unfoldLines', () => {
  it('puts each original line\'s code on a line of its own', () => {
    const text = 'function sum(rows: number[]): number {\n  let total = 0;\n\n  for (const row of rows) {\n    if (row > 1 &&\n      row < 9) total += row;\n    else\n      total -= 1;\n  }\n  return total\n    .valueOf();\n}\n';
    assert.equal(print(text).split('\n').findIndex((line) => line.includes('return total')), 0);
    assert.deepEqual(show(unfoldLines(print(text))).slice(1), ['2: let total=0;', '4: for(const row of rows){', '5: if(row>1&&', '6: row<9)total+=row;else ', '8: total-=1}', '10: return total.', '11: valueOf()}', '1: __name(sum,"sum");']);
  });

  it('changes nothing but line breaks: printing it on one line again gives the same text', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => `src/${name}`);
    assert.ok(files.length > 50);
    for (const file of files) {
      for (const format of ['esm', 'cjs'] as const) {
        const printed = print(readFileSync(file, 'utf8'), format);
        const unfolded = unfoldLines(printed);
        const { code } = split(unfolded);
        const again = transformSync(code, { loader: 'js', minifyWhitespace: true, target: 'es2022' }).code;
        assert.equal(again, transformSync(split(printed).code, { loader: 'js', minifyWhitespace: true, target: 'es2022' }).code, file);
        assert.deepEqual(mappedTokens(unfolded), mappedTokens(printed), file);
      }
    }
  }).timeout(30_000);

  it('never breaks inside strings, templates or regular expressions, nor where a break would end a statement', () => {
    const text = [
      'const a = `{${', '  x', '};${y};(', '`;', 'function f() {', '  return (', '    a', '  );', '}', 'const r = /[;{},(]/;', 'for (', '  let i = 0;', '  i < 2;', '  i++', ') {', '  f()', '}',
      'const g = async (', '  b', ') => {', '  throw (', '    b', '  );', '};', 'label: while (true) {', '  break label;', '}',
    ].join('\n');
    const printed = print(`let x = 1, y = 2;\n${text}`);
    const { code } = split(unfoldLines(printed));
    assert.equal(transformSync(code, { loader: 'js', minifyWhitespace: true }).code, transformSync(split(printed).code, { loader: 'js', minifyWhitespace: true }).code);
  });

  it('leaves alone what has no inline map or a broken one, and does nothing twice', () => {
    for (const text of ['', 'a;b', 'a;\n//# sourceMappingURL=a.js.map', 'a;\n//# sourceMappingURL=data:application/json;base64,e30=', 'a;\n//# sourceMappingURL=data:application/json;base64,!']) assert.equal(unfoldLines(text), text);
    const once = unfoldLines(print('a();\nb();\n'));
    assert.equal(split(unfoldLines(once)).code, split(once).code);
  });
});
