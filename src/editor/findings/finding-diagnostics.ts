import * as vscode from 'vscode';
import { visibleText } from '../../core/report/visible-text.ts';
import type { FindingHop, Severity } from '../../session/index.ts';
import { diagnosticSource } from '../ids.ts';
import type { FindingsState } from './findings-state.ts';
import type { LocatedFinding } from './locate-finding.ts';
import { rulePage } from './open-rule.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Longest the window's thread is held at a stretch, ms; a scan of a large project brings thousands at once. */
const longestTurn = 3;

/** Reports findings in Problems; a silenced one stays out of it. */
export class FindingDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${diagnosticSource} findings`);
  private readonly waiting = new Set<string>();
  private turn: NodeJS.Immediate | undefined;
  private readonly listener: { dispose(): unknown };
  private readonly findings: FindingsState;
  private readonly shown = new Map<string, vscode.Uri>();

  private readonly extensionUri: vscode.Uri;

  constructor(findings: FindingsState, extensionUri: vscode.Uri) {
    this.findings = findings;
    this.extensionUri = extensionUri;
    this.listener = findings.onDidChange((files) => {
      for (const key of files) this.waiting.add(key);
      this.turn ??= setImmediate(() => this.work());
    });
  }

  dispose(): void {
    clearImmediate(this.turn);
    this.listener.dispose();
    this.collection.dispose();
  }

  private work(): void {
    this.turn = undefined;
    const end = performance.now() + longestTurn;
    for (const key of this.waiting) {
      this.waiting.delete(key);
      this.report(key);
      if (performance.now() > end) break;
    }
    if (this.waiting.size > 0) this.turn = setImmediate(() => this.work());
  }

  private report(key: string): void {
    const found = this.findings.of(key).filter(({ suppressed }) => !suppressed);
    const uri = found.length > 0 ? vscode.Uri.file(found[0].file) : this.shown.get(key);
    if (!uri) return;
    if (found.length === 0) this.shown.delete(key);
    else this.shown.set(key, uri);
    this.collection.set(uri, found.map((finding) => toDiagnostic(finding, this.extensionUri)));
  }
}

/** Lines and columns of findings count from 1, the editor's from 0. */
export const rangeOf = ({ line, column, endLine, endColumn }: Pick<FindingHop, 'line' | 'column' | 'endLine' | 'endColumn'>): vscode.Range =>
  new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);

function toDiagnostic(finding: LocatedFinding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(finding), visibleText(finding.message, 500), severities[finding.severity]);
  diagnostic.source = diagnosticSource;
  // A file, since VS Code follows no command from here; the hover's own link shows it rendered.
  diagnostic.code = { value: finding.rule, target: rulePage(finding.rule, extensionUri) };
  diagnostic.relatedInformation = finding.chain.map((hop) => new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.file(hop.file), rangeOf(hop)), visibleText(hop.label)));
  return diagnostic;
}
