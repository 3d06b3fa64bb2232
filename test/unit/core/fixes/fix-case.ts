import ts from 'typescript';
import { findFixes } from '../../../../src/core/fixes/find-fixes.ts';
import { applyEdits, type SourceFix } from '../../../../src/core/model/source-fix.ts';
import type { Finding } from '../../../../src/core/model/finding.ts';
import { parseModule } from '../../../../src/core/syntax/parse-module.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';
import { checkFiles } from '../../../helpers/scan-case.ts';
import { clientTypes } from './client-types.ts';

const parser = await loadParser();

/** The findings of a lone file, silenced ones left out. */
export const findingsOf = (text: string, name = 'sample.ts'): Finding[] => (checkFiles(new Map([[name, text]])).get(name) ?? []).filter(({ suppressed }) => !suppressed);

export function fixesOf(text: string, finding: Finding, name = 'sample.ts'): SourceFix[] {
  const parsed = parseModule(parser, name, text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return findFixes({ program: parsed.program, text, finding });
}

/** Changes code; what only shows what could be written does not. */
const changesCode = ({ kind, title }: SourceFix): boolean => kind === 'edit' || title.startsWith('Fetch all');

/** The text after the edit that takes its first finding away; `null` when there is none. */
export function fixFirst(text: string, name = 'sample.ts'): string | null {
  const [finding] = findingsOf(text, name);
  if (finding === undefined) throw new Error(`nothing is found in\n${text}`);
  const fix = fixesOf(text, finding, name).find(changesCode);
  return fix ? applyEdits(text, fix.edits) : null;
}

const options: ts.CompilerOptions = {
  strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [], skipLibCheck: true,
};

/** What the compiler says to texts that use the clients of `client-types.ts`; all at once, since loading the library takes longest. */
export function compile(texts: ReadonlyMap<string, string>): string[] {
  const files = new Map([...texts, ['/clients.d.ts', clientTypes]].map(([name, text]) => [name.startsWith('/') ? name : `/${name}`, text]));
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    getSourceFile: (name, version) => (files.has(name) ? ts.createSourceFile(name, files.get(name) ?? '', version) : host.getSourceFile(name, version)),
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => `${file?.fileName}:${file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}
