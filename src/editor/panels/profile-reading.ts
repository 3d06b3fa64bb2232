import * as vscode from 'vscode';
import { openFlame, SessionError } from '../../session/index.ts';
import type { OpenedFlame, ReadProgress } from '../../session/index.ts';
import { describeProblem } from '../../core/report/describe-run.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { describeError } from '../log.ts';
import { workspaceRoots } from '../workspace-roots.ts';
import { ProfileRows } from './profile-rows.ts';
import type { ProfileSource } from './profile-source.ts';

/** A profile that has been read; another reading is another revision. */
export interface ReadProfile {
  readonly revision: number;
  readonly opened: OpenedFlame;
  readonly rows: ProfileRows;
}

export type ReadingState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly progress: ReadProgress }
  | { readonly kind: 'failed'; readonly message: string }
  | ({ readonly kind: 'read' } & ReadProfile);

const nothingRead: ReadProgress = { bytes: 0, total: 0 };

/** Reads what a source names, when it is asked for, in the analysis thread. */
export class ProfileReading implements vscode.Disposable {
  private readonly source: ProfileSource;
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ReadingState>();
  readonly onDidChange = this.changed.event;
  private readonly progressed = new vscode.EventEmitter<ReadProgress>();
  readonly onDidProgress = this.progressed.event;
  private state: ReadingState = { kind: 'empty' };
  private readPath = '';
  private revision = 0;
  private abort: AbortController | null = null;

  constructor(source: ProfileSource, log: vscode.LogOutputChannel) {
    this.source = source;
    this.log = log;
  }

  get current(): ReadingState {
    return this.state;
  }

  get profile(): ReadProfile | null {
    return this.state.kind === 'read' ? this.state : null;
  }

  /** Begins to read what the source names now, unless that is read or being read. */
  ensure(): void {
    if (this.source.path !== this.readPath || this.state.kind === 'empty') this.restart();
  }

  /** What the reading that goes on gives; `null` when it fails. */
  settled(): Promise<OpenedFlame | null> {
    this.ensure();
    return new Promise((resolve) => {
      const look = (state: ReadingState): boolean => {
        if (state.kind === 'loading') return false;
        resolve(state.kind === 'read' ? state.opened : null);
        return true;
      };
      if (look(this.state)) return;
      const listener = this.onDidChange((state) => { if (look(state)) listener.dispose(); });
    });
  }

  restart(): void {
    this.abort?.abort();
    this.readPath = this.source.path;
    if (this.readPath === '') return this.set({ kind: 'empty' });
    if (this.source.refusal !== '') return this.set({ kind: 'failed', message: this.source.refusal });
    this.abort = new AbortController();
    this.set({ kind: 'loading', progress: nothingRead });
    void this.read(this.readPath, this.abort);
  }

  cancel(): void {
    if (this.state.kind !== 'loading') return;
    this.abort?.abort();
    this.set({ kind: 'failed', message: 'The reading was cancelled' });
  }

  dispose(): void {
    this.abort?.abort();
    this.set({ kind: 'empty' });
    this.changed.dispose();
    this.progressed.dispose();
  }

  private async read(path: string, { signal }: AbortController): Promise<void> {
    const onProgress = (progress: ReadProgress): void => {
      if (signal.aborted) return;
      this.state = { kind: 'loading', progress };
      this.progressed.fire(progress);
    };
    try {
      const opened = await openFlame(path, { roots: workspaceRoots(), signal, onProgress });
      if (!signal.aborted) this.set({ kind: 'read', revision: ++this.revision, opened, rows: new ProfileRows(opened) });
    } catch (error) {
      if (signal.aborted) return;
      this.log.error(`Opening ${path}: ${describeError(error)}`);
      this.set({ kind: 'failed', message: sayFailure(error, path) });
    }
  }

  private set(state: ReadingState): void {
    this.state = state;
    this.changed.fire(state);
  }
}

/** The sentence of an expected failure with its place; the file is named only when it is another one than the page's. */
function sayFailure(error: unknown, path: string): string {
  if (!(error instanceof SessionError)) return 'The profile could not be opened for a reason Flameline did not expect; the log has more';
  const { file, ...problem } = error.problem;
  const said = describeProblem(file === undefined || file === path ? problem : error.problem, (name) => vscode.workspace.asRelativePath(name));
  return visibleText(said, 500);
}
