import * as vscode from 'vscode';
import { compareRecordings, SessionError } from '../../session/index.ts';
import type { Comparison, JoinedRuns, ReadProgress } from '../../session/index.ts';
import { describeProblem } from '../../core/report/describe-run.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { describeError } from '../log.ts';
import { workspaceRoots } from '../workspace-roots.ts';
import type { ComparedRun } from './compared-run.ts';

export type ComparisonState =
  | { readonly kind: 'loading'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read'; readonly revision: number; readonly comparison: Comparison; readonly joined: JoinedRuns };

/** Reads both runs in the analysis thread. */
export class ComparisonReading implements vscode.Disposable {
  private readonly runs: readonly [ComparedRun, ComparedRun];
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ComparisonState>();
  readonly onDidChange = this.changed.event;
  private state: ComparisonState = { kind: 'loading', bytes: 0, total: 0 };
  private abort = new AbortController();
  private revision = 0;

  constructor(runs: ComparisonReading['runs'], log: vscode.LogOutputChannel) {
    this.runs = runs;
    this.log = log;
    void this.read(this.abort);
  }

  get current(): ComparisonState {
    return this.state;
  }

  restart(): void {
    this.abort.abort();
    this.abort = new AbortController();
    this.set({ kind: 'loading', bytes: 0, total: 0 });
    void this.read(this.abort);
  }

  cancel(): void {
    if (this.state.kind !== 'loading') return;
    this.abort.abort();
    this.set({ kind: 'failed', message: 'The reading was cancelled' });
  }

  dispose(): void {
    this.abort.abort();
    this.changed.dispose();
  }

  private async read({ signal }: AbortController): Promise<void> {
    const [before, after] = this.runs;
    const onProgress = ({ bytes, total }: ReadProgress): void => {
      if (!signal.aborted) this.set({ kind: 'loading', bytes, total });
    };
    try {
      const { comparison, joined } = await compareRecordings(before.path, after.path, { roots: workspaceRoots(), labels: [before.label, after.label], columns: true, signal, onProgress });
      if (!signal.aborted && joined) this.set({ kind: 'read', revision: ++this.revision, comparison, joined });
    } catch (error) {
      if (signal.aborted) return;
      this.log.error(`Comparing ${before.path} with ${after.path}: ${describeError(error)}`);
      this.set({ kind: 'failed', message: sayFailure(error) });
    }
  }

  private set(state: ComparisonState): void {
    this.state = state;
    this.changed.fire(state);
  }
}

function sayFailure(error: unknown): string {
  if (!(error instanceof SessionError)) return 'The runs could not be compared for a reason Flameline did not expect; the log has more';
  return visibleText(describeProblem(error.problem, (file) => vscode.workspace.asRelativePath(file)), 500);
}
