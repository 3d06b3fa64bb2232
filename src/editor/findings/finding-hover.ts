import * as vscode from 'vscode';
import { visibleText } from '../../core/report/visible-text.ts';
import { commands } from '../ids.ts';
import { commandLink } from '../links/command-link.ts';
import { describeFinding } from './describe-finding.ts';
import type { FindingCosts } from './finding-costs.ts';
import { rangeOf } from './finding-diagnostics.ts';
import type { FindingsState } from './findings-state.ts';
import type { LocatedFinding } from './locate-finding.ts';

/** The only commands a finding's hover may run, whatever the code's text says. */
const allowedByFinding = [commands.openFinding, commands.openRule, commands.suppressFinding];

/** Explains the findings of a place: the way to the call, why it matters, what to write instead. */
export class FindingHover implements vscode.HoverProvider {
  private readonly findings: FindingsState;
  private readonly costs: FindingCosts;

  constructor(findings: FindingsState, costs: FindingCosts) {
    this.findings = findings;
    this.costs = costs;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = this.findings.of(document.uri.fsPath).filter((finding) => !finding.suppressed && rangeOf(finding).contains(position));
    const [first] = found;
    if (first === undefined) return null;
    const markdown = new vscode.MarkdownString(found.map((finding) => this.describe(finding)).join('\n\n---\n\n'));
    markdown.isTrusted = { enabledCommands: allowedByFinding };
    return new vscode.Hover(markdown, rangeOf(first));
  }

  private describe(finding: LocatedFinding): string {
    const { rule, file, line, column } = finding;
    return describeFinding(finding, {
      link: (target, at, character) => commandLink(commands.openFinding, [target, at, character]),
      place: (target, at) => `${visibleText(vscode.workspace.asRelativePath(target), 200)}:${at}`,
      ms: this.costs.costOf(finding),
      whole: this.costs.whole,
      isMeasured: this.costs.isMeasured,
      actions: [
        `[What this rule looks for](${commandLink(commands.openRule, [rule])})`,
        `[Suppress here…](${commandLink(commands.suppressFinding, [rule, file, line, column])})`,
      ],
    });
  }
}
