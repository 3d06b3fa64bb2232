import * as vscode from 'vscode';
import type { OpenedFlame, RowPlace } from '../../session/index.ts';
import type { SourceText } from '../../protocol/profile-page.ts';
import { mayOpen } from '../allow-outside.ts';
import { isOpenablePath } from '../is-openable-path.ts';

/** Lines shown before the function's first, and from it on. */
const before = 5;
const most = 400;
/** Characters of a line; the rest of a minified one is no use. */
const longest = 500;

/** The text around a function, as it stands in the editor now; a file that would be asked about first is not read. */
export async function readSourceText({ file, line }: RowPlace, opened: OpenedFlame): Promise<SourceText> {
  if (file === '' || line < 1) return { ok: false, reason: 'This function has no source file.' };
  if (!isOpenablePath(file)) return { ok: false, reason: 'Its source is not a file on this machine.' };
  if (!mayOpen(file, opened)) return { ok: false, reason: 'Its file lies outside this workspace. Go to the source once to allow it.' };
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    const first = Math.max(0, Math.min(line, document.lineCount) - 1 - before);
    const count = Math.min(most, document.lineCount - first);
    return { ok: true, firstLine: first + 1, lines: Array.from({ length: count }, (_, at) => document.lineAt(first + at).text.slice(0, longest)) };
  } catch {
    return { ok: false, reason: 'Its file can\'t be opened: it may have been moved since the run.' };
  }
}
