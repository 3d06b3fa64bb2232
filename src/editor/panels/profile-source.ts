import type * as vscode from 'vscode';

/** What a page shows, and when that becomes something else. */
export interface ProfileSource {
  /** A recording's folder or a profile file, absolute; empty when nothing is open. */
  readonly path: string;
  /** Why it can't be read at all; empty when it can be tried. */
  readonly refusal: string;
  /** It names another path now. */
  readonly onDidChangePath: vscode.Event<void>;
  /** The path is the same, its content on disk is not. */
  readonly onDidChangeContent: vscode.Event<void>;
  dispose(): void;
}
