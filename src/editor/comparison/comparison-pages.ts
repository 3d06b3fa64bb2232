import * as vscode from 'vscode';
import { visibleText } from '../../core/report/visible-text.ts';
import { panels } from '../ids.ts';
import { orderRuns } from './compared-run.ts';
import type { ComparedRun } from './compared-run.ts';
import { ComparisonPage } from './comparison-page.ts';
import type { ComparisonServices } from './comparison-page.ts';

/** The comparisons of the window, one tab each. */
export class ComparisonPages implements vscode.Disposable {
  private readonly services: ComparisonServices;
  private readonly open = new Set<ComparisonPage>();

  constructor(services: ComparisonServices) {
    this.services = services;
  }

  get all(): readonly ComparisonPage[] {
    return [...this.open];
  }

  /** Sets the later one against the earlier one, or goes to the tab that does. */
  show(one: ComparedRun, other: ComparedRun): ComparisonPage {
    const runs = orderRuns(one, other);
    const known = this.all.find((page) => runs.every(({ path }, side) => page.runs[side].path === path));
    if (known) known.panel.reveal();
    return known ?? this.add(runs);
  }

  dispose(): void {
    for (const { panel } of this.open) panel.dispose();
  }

  private add(runs: ComparisonPage['runs']): ComparisonPage {
    const title = runs.map(({ label }) => visibleText(label, 40)).join(' → ');
    const panel = vscode.window.createWebviewPanel(panels.comparison, title, vscode.ViewColumn.Active);
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.services.extensionUri, 'media', `flame-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = new ComparisonPage(panel, runs, this.services);
    this.open.add(page);
    panel.onDidDispose(() => {
      page.dispose();
      this.open.delete(page);
    });
    return page;
  }
}
