import * as vscode from 'vscode';
import { colors } from '../ids.ts';
import { firstLineStep, heatSteps } from './heat-step.ts';

/** Made once a window: six steps of heat and one for stale marks. */
export interface HeatDecorationTypes {
  /** Index = step - 1. */
  readonly heat: readonly vscode.TextEditorDecorationType[];
  readonly stale: vscode.TextEditorDecorationType;
}

export function createHeatDecorationTypes(media: vscode.Uri): HeatDecorationTypes {
  const gutter = (name: string) => ({
    light: { gutterIconPath: vscode.Uri.joinPath(media, 'gutter', `${name}-light.svg`), gutterIconSize: 'contain' },
    dark: { gutterIconPath: vscode.Uri.joinPath(media, 'gutter', `${name}-dark.svg`), gutterIconSize: 'contain' },
  });
  const heat = Array.from({ length: heatSteps }, (_, index) => {
    const line = colors.line[index + 1 - firstLineStep];
    return vscode.window.createTextEditorDecorationType({
      ...gutter(`heat${index + 1}`),
      ...base(colors.heat[index] ?? colors.heat[0]),
      ...(line && { backgroundColor: new vscode.ThemeColor(line) }),
    });
  });
  return { heat, stale: vscode.window.createTextEditorDecorationType({ ...gutter('stale'), ...base(colors.stale) }) };
}

const base = (color: string): vscode.DecorationRenderOptions => ({
  isWholeLine: true,
  rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  overviewRulerColor: new vscode.ThemeColor(color),
  overviewRulerLane: vscode.OverviewRulerLane.Right,
});
