import assert from 'node:assert/strict';
import { judgeImports } from './planted-imports.ts';

/** What is planted: title, file, its text, the rule that must refuse it. */
const breaches: readonly (readonly [title: string, file: string, text: string, rule: string])[] = [
  ['core reads the disk', 'src/core/model/disk.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'pure-has-no-node'],
  ['core takes node:path, a pure one', 'src/core/formats/path.ts', "import { join } from 'node:path';\nexport const put = join;", 'pure-has-no-node'],
  ['core asks capture', 'src/core/report/ask.ts', "import { value } from '../../capture/launch/start.ts';\nexport const v = value;", 'core-imports'],
  ['core takes only a type of capture', 'src/core/report/type.ts', "import type { Shape } from '../../capture/launch/start.ts';\nexport type S = Shape;", 'core-imports'],
  ['core loads session when it is called', 'src/core/report/late.ts', "export const late = () => import('../../session/index.ts');", 'core-imports'],
  ['core hands capture on', 'src/core/report/again.ts', "export * from '../../capture/launch/start.ts';", 'core-imports'],
  ['a package in core', 'src/core/model/package.ts', "import 'typescript';", 'pure-has-few-packages'],
  ['the model knows a format', 'src/core/model/up.ts', "import { value } from '../formats/reader.ts';\nexport const v = value;", 'core-model-layer'],
  ['a format knows the report', 'src/core/formats/up.ts', "import { value } from '../report/writer.ts';\nexport const v = value;", 'core-formats-sourcemap-syntax-layout-catalogue-layer'],
  ['a layout knows the comparison', 'src/core/layout/up.ts', "import { value } from '../compare/writer.ts';\nexport const v = value;", 'core-formats-sourcemap-syntax-layout-catalogue-layer'],
  ['the catalogue knows who reads it', 'src/core/catalogue/up.ts', "import { value } from '../report/writer.ts';\nexport const v = value;", 'core-formats-sourcemap-syntax-layout-catalogue-layer'],
  ['the call graph loads a parser', 'src/core/callgraph/up.ts', "import ts from 'typescript';\nexport const v = ts;", 'callgraph-takes-types-only'],
  ['a comparison knows the report', 'src/core/compare/up.ts', "import { value } from '../report/writer.ts';\nexport const v = value;", 'core-compare-callgraph-layer'],
  ['protocol takes a value of core', 'src/protocol/value.ts', "import { value } from '../core/model/shape.ts';\nexport const v = value;", 'protocol-takes-types-only'],
  ['protocol knows the report', 'src/protocol/report.ts', "import type { Shape } from '../core/report/writer.ts';\nexport type S = Shape;", 'protocol-imports'],
  ['the probe takes core along', 'src/capture/probe/core.ts', "import { value } from '../../core/model/shape.ts';\nexport const v = value;", 'probe-carries-only-the-wire'],
  ['the probe takes another wire along', 'src/capture/probe/peer.ts', "import { value } from '../../protocol/peer.ts';\nexport const v = value;", 'probe-carries-only-the-wire'],
  ['a package in the probe', 'src/capture/probe/package.ts', "import 'typescript';", 'probe-has-no-packages'],
  ['capture knows session', 'src/capture/launch/up.ts', "import { value } from '../../session/index.ts';\nexport const v = value;", 'capture-imports'],
  ['session knows a face', 'src/session/face.ts', "import type { Shape } from '../cli/main.ts';\nexport type S = Shape;", 'session-imports'],
  ['the command line goes round session', 'src/cli/round.ts', "import { value } from '../capture/launch/start.ts';\nexport const v = value;", 'cli-imports'],
  ['the command line takes a type round session', 'src/cli/round-type.ts', "import type { Shape } from '../capture/launch/start.ts';\nexport type S = Shape;", 'cli-imports'],
  ['the editor goes round session', 'src/editor/round.ts', "import { value } from '../capture/launch/start.ts';\nexport const v = value;", 'editor-imports'],
  ['the editor uses the other face', 'src/editor/cli.ts', "import { value } from '../cli/main.ts';\nexport const v = value;", 'editor-imports'],
  ['session knows the editor program', 'src/session/vscode.ts', "import type { Uri } from 'vscode';\nexport type U = Uri;", 'only-the-editor-knows-vscode'],
  ['capture asks for the editor program at run time', 'src/capture/launch/vscode.ts', "export const late = () => import('vscode');", 'only-the-editor-knows-vscode'],
  ['src needs a test', 'src/session/test.ts', "import { value } from '../../test/helpers/helper.ts';\nexport const v = value;", 'src-stands-alone'],
  ['two files need each other', 'src/cli/one.ts', "import type { Two } from './two.ts';\nexport type One = Two;", 'no-cycles'],
  ['an import of nothing', 'src/cli/nothing.ts', "import './not-there.ts';", 'no-broken-imports'],
];

/** Near misses: what the rules must let through. */
const allowed: readonly (readonly [title: string, file: string, text: string])[] = [
  ['a format builds the model', 'src/core/formats/down.ts', "import { value } from '../model/shape.ts';\nexport const v = value;"],
  ['core/syntax uses the compiler', 'src/core/syntax/parse.ts', "import ts from 'typescript';\nexport const v = ts.version;"],
  ['protocol takes a type of the model', 'src/protocol/type.ts', "import type { Shape } from '../core/model/shape.ts';\nexport type S = Shape;"],
  ['the probe takes its wire', 'src/capture/probe/wire.ts', "import { value } from '../../protocol/probe.ts';\nexport const v = value;"],
  ['session joins core and capture', 'src/session/join.ts', "import { value } from '../capture/launch/start.ts';\nimport { value as other } from '../core/model/shape.ts';\nexport const v = [value, other];"],
  ['the editor knows its program', 'src/editor/vscode.ts', "import * as vscode from 'vscode';\nexport const v = vscode.version;"],
  ['the command line asks session', 'src/cli/ask.ts', "import { value } from '../session/index.ts';\nexport const v = value;"],
];

describe('import rules', () => {
  let found = new Map<string, Set<string>>();
  before(() => {
    const files: Record<string, string> = Object.fromEntries([...breaches, ...allowed].map(([, file, text]) => [file, `${text}\n`]));
    found = judgeImports({ ...files, 'src/cli/two.ts': "import type { One } from './one.ts';\nexport type Two = One;\n" });
  });

  for (const [title, file, , rule] of breaches) {
    it(`refuse it when ${title}`, () => assert.ok(found.get(file)?.has(rule), `${file} breaks ${[...(found.get(file) ?? ['nothing'])].join(', ')}`));
  }

  for (const [title, file] of allowed) {
    it(`let it be when ${title}`, () => assert.deepEqual([...(found.get(file) ?? [])], []));
  }
});
