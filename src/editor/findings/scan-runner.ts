import * as vscode from 'vscode';
import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { scan } from '../../session/index.ts';
import type { ScanResult } from '../../session/index.ts';
import { formatCount, formatCounted } from '../../core/report/format-numbers.ts';
import { unreadable } from '../../core/report/describe-scan.ts';
import { shownFindings } from '../../core/report/shown-findings.ts';
import type { FindingsState, ScanSummary } from './findings-state.ts';
import { locateFinding } from './locate-finding.ts';

/** A folder or file to report on, and the open folder it lies in, whose code is followed. Both absolute. */
export interface ScanPlace {
  readonly path: string;
  readonly folder: string;
}

/** What a scan looks for and where. */
export interface ScanTarget {
  readonly places: readonly ScanPlace[];
  /** Ids. */
  readonly rules: readonly string[];
  readonly title: string;
}

/** More of them would hold the window's thread for more than some milliseconds. */
const addedAtOnce = 500;

/** One scan at a time: a new one ends the one before. */
export class ScanRunner implements vscode.Disposable {
  private running: AbortController | null = null;
  private readonly findings: FindingsState;
  private readonly setScanning: (scanning: boolean) => void;

  private readonly factsFolder: string;

  constructor(findings: FindingsState, factsFolder: string, setScanning: (scanning: boolean) => void) {
    this.findings = findings;
    this.factsFolder = factsFolder;
    this.setScanning = setScanning;
  }

  get busy(): boolean {
    return this.running !== null;
  }

  async run({ places, rules, title }: ScanTarget): Promise<void> {
    this.running?.abort(cancelled);
    const own = new AbortController();
    this.running = own;
    this.setScanning(true);
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, cancellable: true, title }, async (progress, token) => {
        token.onCancellationRequested(() => own.abort(cancelled));
        const summaries: ScanSummary[] = [];
        for (const place of places) summaries.push(summaryOf(await this.scanPlace(place, rules, own.signal, (message) => progress.report({ message }))));
        this.findings.summarize(summaries.reduce(addSummaries));
      });
    } catch (error) {
      if (error !== cancelled) throw error;
    } finally {
      if (this.running === own) {
        this.running = null;
        this.setScanning(false);
      }
    }
  }

  dispose(): void {
    this.running?.abort(cancelled);
  }

  /** Findings are shown as they come; at the end what the scan itself lists, which is capped, takes their place. */
  private async scanPlace({ path, folder }: ScanPlace, rules: readonly string[], signal: AbortSignal, say: (message: string) => void): Promise<ScanResult> {
    const forget = (): void => this.findings.forget((file) => file === path || file.startsWith(path.endsWith(sep) ? path : `${path}${sep}`));
    forget();
    const result = shownFindings(await scan([path], {
      cwd: folder, root: folder, rules, factsFolder: this.factsFolder, signal,
      onProgress: ({ filesRead, files, findings }) => {
        say(`${formatCount(filesRead)} of ${formatCounted(files, 'file')}`);
        if (findings.length > 0) this.findings.add(findings.map((finding) => locateFinding(folder, finding)));
      },
    }));
    forget();
    for (let start = 0; start < result.findings.length; start += addedAtOnce) {
      this.findings.add(result.findings.slice(start, start + addedAtOnce).map((finding) => locateFinding(result.root, finding)));
      await setImmediate();
      signal.throwIfAborted();
    }
    return result;
  }
}

const cancelled = new Error('The scan was cancelled.');

const summaryOf = ({ filesScanned, filesSkipped, coverage, truncated }: ScanResult): ScanSummary =>
  ({ filesScanned, filesSkipped: filesSkipped.length, filesUnreadable: filesSkipped.filter(unreadable).length, coverage, truncated });

const addSummaries = (a: ScanSummary, b: ScanSummary): ScanSummary => ({
  filesScanned: a.filesScanned + b.filesScanned,
  filesSkipped: a.filesSkipped + b.filesSkipped,
  filesUnreadable: a.filesUnreadable + b.filesUnreadable,
  coverage: { resolved: a.coverage.resolved + b.coverage.resolved, calls: a.coverage.calls + b.coverage.calls },
  truncated: a.truncated || b.truncated,
});
