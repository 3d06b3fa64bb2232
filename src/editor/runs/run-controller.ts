import * as vscode from 'vscode';
import type { OpenedRecording, RecordPhase, RecordRequest } from '../../session/index.ts';

export interface CurrentRun {
  readonly file: string;
  readonly phase: RecordPhase;
  /** Milliseconds of `performance.now()`. */
  readonly since: number;
}

export type RunRequest = Omit<RecordRequest, 'stop' | 'onPhase' | 'waitForStart'> & { readonly later: boolean };

/** The one run that may go on in this window. */
export class RunController implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<CurrentRun | null>();
  readonly onDidChange = this.changed.event;
  private run: CurrentRun | null = null;
  private claimed = false;
  private settled: Promise<void> = Promise.resolve();
  private stopper = new AbortController();
  private begin: (() => void) | null = null;
  private readonly record: (request: RecordRequest) => Promise<OpenedRecording>;

  constructor(record: (request: RecordRequest) => Promise<OpenedRecording>) {
    this.record = record;
  }

  get current(): CurrentRun | null {
    return this.run;
  }

  /** True from `claim` to its release: preparing a run counts. */
  get busy(): boolean {
    return this.claimed;
  }

  /** Takes the one place; the result gives it back. */
  claim(): () => void {
    this.claimed = true;
    return () => { this.claimed = false; };
  }

  /** The caller holds the claim. */
  async start({ later, ...request }: RunRequest): Promise<OpenedRecording> {
    this.stopper = new AbortController();
    const waiting = later ? { waitForStart: new Promise<void>((begin) => { this.begin = begin; }) } : {};
    const since = performance.now();
    const onPhase = (phase: RecordPhase): void => this.set({ file: request.file, phase, since });
    onPhase('starting');
    try {
      const recording = this.record({ ...request, ...waiting, stop: this.stopper.signal, onPhase });
      this.settled = recording.then(() => undefined, () => undefined);
      return await recording;
    } finally {
      this.begin = null;
      this.set(null);
    }
  }

  /** The user ended the last run. */
  get stopped(): boolean {
    return this.stopper.signal.aborted;
  }

  stop(): void {
    if (!this.run || this.stopper.signal.aborted) return;
    this.set({ ...this.run, phase: 'stopping' });
    this.stopper.abort();
  }

  /** Stops the run, if any, and waits until it has kept what it has. */
  async end(): Promise<void> {
    this.stop();
    await this.settled;
  }

  beginRecording(): void {
    this.begin?.();
  }

  dispose(): void {
    this.stopper.abort();
    this.changed.dispose();
  }

  private set(run: CurrentRun | null): void {
    this.run = run;
    this.changed.fire(run);
  }
}
