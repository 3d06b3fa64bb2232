import * as vscode from 'vscode';
import type { FunctionTime } from '../../session/index.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { isOpenablePath } from '../is-openable-path.ts';

/** `src/rows.ts:12`, of a dependency from its package's name on, empty for what has no file. */
export function placeOf({ file, line }: Pick<FunctionTime, 'file' | 'line'>): string {
  if (file === '') return '';
  const short = isOpenablePath(file) ? vscode.workspace.asRelativePath(vscode.Uri.file(file)).replace(/^(.*[\\/])?node_modules[\\/]/, '') : file;
  return `${visibleText(short, 200)}${line > 0 ? `:${line}` : ''}`;
}
