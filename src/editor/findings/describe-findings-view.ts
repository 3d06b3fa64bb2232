import type * as vscode from 'vscode';
import { formatCounted } from '../../core/report/format-numbers.ts';
import type { Services } from '../services.ts';
import { describeFindings } from './describe-findings.ts';
import type { FindingsNode } from './findings-tree.ts';
import type { FindingsState } from './findings-state.ts';

/** Keeps the view's sentence, its number and its context key up with the state. */
export function describeFindingsView(view: vscode.TreeView<FindingsNode>, findings: FindingsState, setContext: Services['setContext']): { dispose(): void } {
  return findings.onDidChange(() => {
    const { files, summary } = findings;
    const open = files.reduce((sum, { findings: found }) => sum + found.filter(({ suppressed }) => !suppressed).length, 0);
    view.message = describeFindings(files, summary);
    view.badge = open > 0 ? { value: open, tooltip: formatCounted(open, 'finding') } : undefined;
    setContext('hasFindings', summary !== null || files.length > 0);
  });
}
