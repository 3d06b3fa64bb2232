import * as vscode from 'vscode';
import { visibleText } from '../../core/report/visible-text.ts';
import { panels } from '../ids.ts';
import { orderRuns } from './compared-run.ts';
import type { ComparedRun } from './compared-run.ts';
import { ComparisonPage } from './comparison-page.ts';
import type { ComparisonServices } from './comparison-page.ts';
import { RememberedComparisons } from './remembered-comparisons.ts';
import type { RunPair } from './remembered-comparisons.ts';

const titleOf = (runs: RunPair): string => runs.map(({ label }) => visibleText(label, 60)).join(' → ');

/** The comparisons of the window, one tab each. They come back with the window. */
export class ComparisonPages implements vscode.Disposable {
  private readonly services: ComparisonServices;
  private readonly open = new Set<ComparisonPage>();
  private readonly remembered: RememberedComparisons;
  private readonly restoring: vscode.Disposable;

  constructor(services: ComparisonServices, memento: vscode.Memento) {
    this.services = services;
    this.remembered = new RememberedComparisons(memento);
    this.restoring = vscode.window.registerWebviewPanelSerializer(panels.comparison, { deserializeWebviewPanel: async (panel) => this.restore(panel) });
  }

  get all(): readonly ComparisonPage[] {
    return [...this.open];
  }

  /** Sets the later one against the earlier one, or goes to the tab that does. */
  show(one: ComparedRun, other: ComparedRun): ComparisonPage {
    const runs = orderRuns(one, other);
    const known = this.all.find((page) => runs.every(({ path }, side) => page.runs[side].path === path));
    if (known) known.panel.reveal();
    return known ?? this.fill(vscode.window.createWebviewPanel(panels.comparison, titleOf(runs), vscode.ViewColumn.Active), runs);
  }

  dispose(): void {
    this.restoring.dispose();
    // The tabs stay, for they come back with the window.
    for (const page of this.open) page.dispose();
  }

  private restore(panel: vscode.WebviewPanel): void {
    const runs = this.remembered.take(panel.title, titleOf);
    if (runs) this.fill(panel, runs);
    else panel.dispose();
  }

  private fill(panel: vscode.WebviewPanel, runs: RunPair): ComparisonPage {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.services.extensionUri, 'media', `flame-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = new ComparisonPage(panel, runs, this.services);
    this.open.add(page);
    this.keep();
    panel.onDidDispose(() => {
      page.dispose();
      this.open.delete(page);
      this.keep();
    });
    return page;
  }

  private keep(): void {
    this.remembered.keep(this.all.map(({ runs }) => runs));
  }
}
