import * as vscode from 'vscode';
import type { OpenRecordingState } from '../open-recording-state.ts';
import type { ProfileSource } from './profile-source.ts';
import { watchFile } from './watch-file.ts';

/** The window's open recording, whichever that is. A recording's folder never changes, a lone file may. */
export class OpenRecordingSource implements ProfileSource {
  private readonly state: OpenRecordingState;
  private readonly moved = new vscode.EventEmitter<void>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangePath = this.moved.event;
  readonly onDidChangeContent = this.changed.event;
  readonly refusal = '';
  private readonly listener: vscode.Disposable;
  private watcher: vscode.Disposable | null = null;
  private opened = '';

  constructor(state: OpenRecordingState) {
    this.state = state;
    this.opened = this.path;
    this.watch();
    this.listener = state.onDidChange(() => {
      if (this.path === this.opened) return;
      this.opened = this.path;
      this.watch();
      this.moved.fire();
    });
  }

  get path(): string {
    return this.state.current.opened?.path ?? '';
  }

  dispose(): void {
    this.listener.dispose();
    this.watcher?.dispose();
    this.moved.dispose();
    this.changed.dispose();
  }

  private watch(): void {
    this.watcher?.dispose();
    this.watcher = this.state.current.opened?.manifest === null ? watchFile(this.path, () => this.changed.fire()) : null;
  }
}
