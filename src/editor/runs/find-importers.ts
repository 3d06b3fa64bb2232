import { readFile, stat } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { readModuleFacts } from '../../session/index.ts';
import { importsFile } from './imports-file.ts';

/** Files parsed for one question, and the longest of them, bytes: the answer is wanted while a list opens. */
const limits = { parsed: 60, length: 500_000 } as const;
/** Without one of these there is nothing to parse; a directory's index may be imported without a name. */
const loads = /\b(?:import|require|export)\b/;

async function readText({ fsPath }: vscode.Uri): Promise<string> {
  try {
    return (await stat(fsPath)).size > limits.length ? '' : await readFile(fsPath, 'utf8');
  } catch {
    return '';
  }
}

async function imports(file: vscode.Uri, text: string, target: vscode.Uri): Promise<boolean> {
  try {
    const facts = await readModuleFacts(file.fsPath, text);
    return facts.imports.some(({ specifier }) => importsFile(file.path, specifier, target.path));
  } catch {
    return false;
  }
}

/** Those of the first files that import the target themselves, by path. What can't be read imports nothing. */
export async function findImporters(files: readonly vscode.Uri[], target: vscode.Uri): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const file of files.slice(0, limits.parsed)) {
    const text = await readText(file);
    if (loads.test(text) && (await imports(file, text, target))) found.add(file.path);
  }
  return found;
}
