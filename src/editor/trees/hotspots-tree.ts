import * as vscode from 'vscode';
import type { FunctionTime } from '../../session/index.ts';
import { formatRoughShare, formatAmount } from '../../core/report/format-numbers.ts';
import { headline } from '../../core/report/headline.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { colors, commands, hotspotItem } from '../ids.ts';
import { heatStep } from '../decorations/heat-step.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { listHotspots } from './list-hotspots.ts';
import { placeOf } from './place-of.ts';

/** A row: a function, or the count of those not listed. */
export class Hotspot {
  readonly row: FunctionTime;
  constructor(row: FunctionTime) {
    this.row = row;
  }
}

/** The hottest functions of the open recording, flat. */
export class HotspotsTree implements vscode.TreeDataProvider<Hotspot | string>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listener: vscode.Disposable;
  private readonly state: OpenRecordingState;

  constructor(state: OpenRecordingState) {
    this.state = state;
    this.listener = state.onDidChange(() => this.changed.fire());
  }

  getChildren(parent?: Hotspot | string): (Hotspot | string)[] {
    const { opened, shown, hidden } = this.state.current;
    if (!opened || parent !== undefined) return [];
    const { rows, more } = listHotspots(opened.analysis, shown, hidden);
    return [...rows.map((row) => new Hotspot(row)), ...(more > 0 ? [`and ${more} more`] : [])];
  }

  getTreeItem(element: Hotspot | string): vscode.TreeItem {
    if (typeof element === 'string') return new vscode.TreeItem(element);
    const { row } = element;
    const amount = (ms: number): string => formatAmount(ms, this.state.current.opened?.analysis.unit ?? 'microseconds');
    const self = this.state.current.shown === 'self';
    const share = self ? row.selfShare : row.totalShare;
    const place = placeOf(row);
    const value = `${amount(self ? row.selfMs : row.totalMs)}  ${formatRoughShare(share)}`;
    const item = new vscode.TreeItem(visibleText(row.name));
    item.description = place ? `${value}   ${place}` : value;
    item.tooltip = `${visibleText(row.name)}\n${amount(row.selfMs)} self · ${amount(row.totalMs)} total\n${visibleText(row.file, 300)}${row.line > 0 ? `:${row.line}` : ''}`;
    item.iconPath = new vscode.ThemeIcon('flame', new vscode.ThemeColor(colors.heat[heatStep(share) - 1] ?? colors.heat[0]));
    item.contextValue = hotspotItem;
    item.accessibilityInformation = { label: `${visibleText(row.name)}, ${value} ${self ? 'self' : 'total'}${place ? `, ${place}` : ''}` };
    if (row.line > 0 && isOpenablePath(row.file)) item.command = { command: commands.openLocation, title: 'Go to Line', arguments: [row.file, row.line] };
    return item;
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

/** Keeps the view's sentence and subtitle up with the state. */
export function describeHotspotsView(view: vscode.TreeView<Hotspot | string>, state: OpenRecordingState): vscode.Disposable {
  const draw = (): void => {
    const { opened, shown, hidden } = state.current;
    view.message = opened ? headline(opened.analysis, (name) => `“${visibleText(name, 60)}”`) : '';
    view.description = opened ? `by ${shown}${opened.analysis.unit === 'microseconds' ? ' time' : ''}${shown === 'total' ? ', own code first' : ''}${hidden.size > 0 ? ', filtered' : ''}` : '';
  };
  return state.onDidChange(draw);
}
