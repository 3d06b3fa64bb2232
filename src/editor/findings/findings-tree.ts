import * as vscode from 'vscode';
import { formatCount, formatCounted, formatTime } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { FindingHop } from '../../session/index.ts';
import { commands, findingItems } from '../ids.ts';
import type { FindingCosts } from './finding-costs.ts';
import type { FindingsState } from './findings-state.ts';
import { type FileGroup, groupFindings, type RankedFinding, type RuleGroup } from './group-findings.ts';
import { wordsOf } from './rule-words.ts';

export type FindingsNode =
  | { readonly kind: 'rule'; readonly group: RuleGroup }
  | { readonly kind: 'file'; readonly group: FileGroup; readonly rule: string }
  | { readonly kind: 'finding'; readonly found: RankedFinding }
  | { readonly kind: 'hop'; readonly hop: FindingHop }
  | { readonly kind: 'silenced'; readonly found: readonly RankedFinding[] }
  | { readonly kind: 'note'; readonly text: string };

const severityIcons = { error: 'error', warning: 'warning', info: 'info', hint: 'lightbulb' } as const;

/** Rows are drawn anew at most this often while findings come in, ms. */
const settleMs = 150;

/** The findings of the window: by rule, then file, then what leads to the call. */
export class FindingsTree implements vscode.TreeDataProvider<FindingsNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listeners: readonly { dispose(): unknown }[];
  private timer: NodeJS.Timeout | undefined;
  private readonly findings: FindingsState;
  private readonly costs: FindingCosts;

  constructor(findings: FindingsState, costs: FindingCosts) {
    this.findings = findings;
    this.costs = costs;
    this.listeners = [findings.onDidChange(() => this.settle()), costs.onDidChange(() => this.settle())];
  }

  getChildren(node?: FindingsNode): FindingsNode[] {
    if (!node) return this.roots();
    if (node.kind === 'rule') {
      const files = node.group.files.map((group): FindingsNode => ({ kind: 'file', group, rule: node.group.rule }));
      return node.group.more > 0 ? [...files, { kind: 'note', text: `${formatCount(node.group.more)} more not shown` }] : files;
    }
    if (node.kind === 'file') return node.group.findings.map((found) => ({ kind: 'finding', found }));
    if (node.kind === 'silenced') return node.found.map((found) => ({ kind: 'finding', found }));
    return node.kind === 'finding' ? hopsOf(node.found).map((hop) => ({ kind: 'hop', hop })) : [];
  }

  getTreeItem(node: FindingsNode): vscode.TreeItem {
    switch (node.kind) {
      case 'rule': return this.ruleItem(node.group);
      case 'file': return fileItem(node.group, node.rule);
      case 'finding': return this.findingItem(node.found);
      case 'hop': return hopItem(node.hop);
      case 'silenced': return new vscode.TreeItem(`${formatCount(node.found.length)} silenced in the source`, vscode.TreeItemCollapsibleState.Collapsed);
      case 'note': return new vscode.TreeItem(node.text);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private settle(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire();
    }, settleMs);
  }

  private roots(): FindingsNode[] {
    const { rules, silenced } = groupFindings(this.findings.files, this.costs.costOf);
    const rows: FindingsNode[] = rules.map((group) => ({ kind: 'rule', group }));
    if (silenced.length > 0) rows.push({ kind: 'silenced', found: silenced });
    if (this.findings.summary?.truncated) rows.push({ kind: 'note', text: 'There are more; the scan\'s list ends here' });
    return rows;
  }

  private ruleItem({ rule, count, files }: RuleGroup): vscode.TreeItem {
    const { title, why } = wordsOf(rule);
    const ms = sumOf(files.flatMap(({ findings }) => findings));
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = rule;
    item.description = `${formatCount(count)}${ms > 0 ? `  ${formatTime(ms)} measured` : ''}`;
    item.tooltip = `${rule}: ${formatCounted(count, 'finding')}${why === '' ? '' : `\n${why}`}`;
    item.contextValue = findingItems.rule;
    item.accessibilityInformation = { label: `${title}, ${formatCounted(count, 'finding')}${ms > 0 ? `, ${formatTime(ms)} measured` : ''}` };
    return item;
  }

  private findingItem({ finding, ms }: RankedFinding): vscode.TreeItem {
    const label = shortLabel(finding.message);
    const measured = ms === null ? (this.costs.isMeasured ? 'not seen in the last run' : '') : formatTime(ms);
    const item = new vscode.TreeItem(label, finding.chain.length > 1 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
    item.description = [`:${finding.line}`, measured, finding.suppressed && `silenced: ${visibleText(finding.suppressed.reason)}`].filter(Boolean).join('  ');
    item.tooltip = `${plain(finding.message)}\n${visibleText(finding.advice, 500)}`;
    item.iconPath = new vscode.ThemeIcon(finding.suppressed ? 'bell-slash' : severityIcons[finding.severity]);
    item.contextValue = finding.suppressed ? findingItems.silenced : findingItems.finding;
    item.command = openCommand(finding);
    item.accessibilityInformation = { label: `${finding.severity}, ${label}, line ${finding.line}${measured === '' ? '' : `, ${measured}`}` };
    return item;
  }
}

const plain = (text: string): string => visibleText(text.replaceAll('`', '').replace(/\.$/, ''), 300);
/** `user.findFirst once per element of orders: …`: the row has little room, the tooltip has the whole sentence. */
const shortLabel = (message: string): string => plain(message).replace(/ \([^)]*\) runs /, ' ');
const sumOf = (found: readonly RankedFinding[]): number => found.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
const openCommand = ({ file, line, column }: FindingHop | RankedFinding['finding']): vscode.Command => ({ command: commands.openFinding, title: 'Go to Finding', arguments: [file, line, column] });

/** The way from the finding on: its own place is the row's already. */
const hopsOf = ({ finding: { chain, file, line, column } }: RankedFinding): FindingHop[] =>
  chain.filter((hop, index) => index > 0 || hop.file !== file || hop.line !== line || hop.column !== column);

function fileItem({ file, findings }: FileGroup, rule: string): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.Uri.file(file), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${rule}\n${file}`;
  const ms = sumOf(findings);
  const folder = vscode.workspace.asRelativePath(file).replace(/[^\\/]*$/, '').replace(/[\\/]$/, '');
  item.description = [visibleText(folder, 200), ms > 0 ? formatTime(ms) : ''].filter(Boolean).join('  ');
  item.iconPath = vscode.ThemeIcon.File;
  item.accessibilityInformation = { label: `${visibleText(vscode.workspace.asRelativePath(file), 200)}, ${formatCounted(findings.length, 'finding')}` };
  return item;
}

function hopItem(hop: FindingHop): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(hop.label));
  item.description = `${visibleText(vscode.workspace.asRelativePath(hop.file), 200)}:${hop.line}`;
  item.iconPath = new vscode.ThemeIcon('arrow-small-right');
  item.command = openCommand(hop);
  return item;
}
