import * as vscode from 'vscode';
import { contexts } from './ids.ts';

/** Sets a context key of the manifest's `when` clauses; only when the value is new, since each set re-evaluates every menu. */
export function createContexts(): (key: keyof typeof contexts, value: boolean) => void {
  const known = new Map<string, boolean>();
  return (key, value) => {
    if ((known.get(key) ?? false) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', contexts[key], value);
  };
}
