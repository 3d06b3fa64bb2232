import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const editor = join(import.meta.dirname, '..', '..', '..', 'src', 'editor');
const textOf = (folders: readonly string[]): string =>
  folders.flatMap((folder) => readdirSync(join(editor, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(editor, folder, path), 'utf8'))).join('\n');
const found = (text: string, pattern: RegExp): string[] => [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name))].sort();

describe('commands that text of a profile comes near', () => {
  it('D4 runs from a page only these commands, none of them named by the page', () => {
    const text = textOf(['panels', 'comparison']);
    assert.deepEqual(found(text, /executeCommand\(([^,)]+)/g), ["'revealFileInOS'", "'vscode.open'", "'vscode.openWith'", 'commands.exportProfile', 'commands.openProfile']);
    assert.doesNotMatch(text, /enableCommandUris/);
  });

  it('D4 lets a hover run these commands of ours and no other', () => {
    const text = textOf(['.']);
    assert.deepEqual(found(text, /isTrusted = ([^;]+);/g), ['{ enabledCommands: [commands.openFlameGraph, commands.rerunFiner] }', '{ enabledCommands: allowed }', '{ enabledCommands: allowedByFinding }']);
    assert.deepEqual(found(text, /const allowed = (\[[^;]+);/g), ['[commands.openLocation, commands.openFlameGraph, commands.rerunLast, commands.rerunFiner]']);
    assert.deepEqual(found(text, /const allowedByFinding = (\[[^;]+);/g), ['[commands.openFinding, commands.openRule, commands.suppressFinding]']);
    assert.doesNotMatch(text, /supportHtml = true/);
  });
});
