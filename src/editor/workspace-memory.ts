import type * as vscode from 'vscode';
import { memory } from './ids.ts';
import { fileKey } from './decorations/index-heat.ts';


/** What is remembered for this workspace. Storage is read like any data: a wrong shape counts as nothing. */
export class WorkspaceMemory {
  private readonly memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.memento = memento;
  }

  get lastOpened(): string {
    return this.text(memory.lastOpened);
  }

  get lastRun(): string {
    return this.text(memory.lastRun);
  }

  get allowedNode(): string {
    return this.text(memory.allowedNode);
  }

  argumentsOf(file: string): readonly string[] | null {
    const found = this.entry(memory.argumentsByFile, file);
    return Array.isArray(found) && found.every((item) => typeof item === 'string') ? found : null;
  }

  /** The program to run in place of a file; the file itself when none is remembered. */
  entryOf(file: string): string {
    const found = this.entry(memory.entryByFile, file);
    return typeof found === 'string' && found !== '' ? found : file;
  }

  set(key: 'lastOpened' | 'lastRun' | 'allowedNode', value: string): Thenable<void> {
    return this.memento.update(memory[key], value === '' ? undefined : value);
  }

  /** `null` forgets. */
  setArguments(file: string, args: readonly string[] | null): Thenable<void> {
    return this.setEntry(memory.argumentsByFile, file, args);
  }

  setEntryOf(file: string, entry: string | null): Thenable<void> {
    return this.setEntry(memory.entryByFile, file, entry);
  }

  private text(key: string): string {
    const value = this.memento.get<unknown>(key);
    return typeof value === 'string' ? value : '';
  }

  private entry(key: string, file: string): unknown {
    return this.pairs(key).get(fileKey(file));
  }

  private setEntry(key: string, file: string, value: unknown): Thenable<void> {
    const pairs = this.pairs(key);
    if (value === null) pairs.delete(fileKey(file));
    else pairs.set(fileKey(file), value);
    return this.memento.update(key, [...pairs]);
  }

  /** Stored as pairs: a path as a key of a plain object could be `__proto__`. */
  private pairs(key: string): Map<string, unknown> {
    const stored = this.memento.get<unknown>(key);
    if (!Array.isArray(stored)) return new Map();
    return new Map(stored.filter((pair): pair is [string, unknown] => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string'));
  }
}
