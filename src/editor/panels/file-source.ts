import * as vscode from 'vscode';
import type { ProfileSource } from './profile-source.ts';
import { watchFile } from './watch-file.ts';

/** One file, watched. */
export class FileSource implements ProfileSource {
  readonly path: string;
  readonly refusal: string;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeContent = this.changed.event;
  readonly onDidChangePath: vscode.Event<void> = () => new vscode.Disposable(() => undefined);
  private readonly watcher: vscode.Disposable | null;

  constructor({ scheme, fsPath }: vscode.Uri) {
    this.path = fsPath;
    this.refusal = scheme === 'file' ? '' : 'Only profiles on disk can be opened';
    this.watcher = this.refusal === '' ? watchFile(fsPath, () => this.changed.fire()) : null;
  }

  dispose(): void {
    this.watcher?.dispose();
    this.changed.dispose();
  }
}
