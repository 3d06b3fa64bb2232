import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import { canRunFiner } from '../runs/can-run-finer.ts';
import { describeFunction } from './describe-function.ts';
import { describeRun } from './describe-run.ts';
import { findHovered } from './find-hovered.ts';

/** The only commands a hover may run, whatever a profile's text says. */
const allowed = [commands.openLocation, commands.openFlameGraph, commands.rerunLast, commands.rerunFiner];

/** Answers on lines that took time and on functions that ran. */
export class HeatHover implements vscode.HoverProvider {
  private readonly state: OpenRecordingState;
  private readonly documents: MeasuredDocuments;

  constructor(state: OpenRecordingState, documents: MeasuredDocuments) {
    this.state = state;
    this.documents = documents;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const { opened, heat } = this.state.current;
    const fileHeat = heat.get(fileKey(document.uri.fsPath));
    const measured = opened && fileHeat ? this.documents.of(document) : null;
    if (!opened || !fileHeat || !measured) return null;
    const range = document.getWordRangeAtPosition(position);
    const line = measured.recordedLine(position.line + 1);
    const row = line > 0 ? findHovered(fileHeat, opened.analysis, line, range ? document.getText(range) : '') : null;
    if (!row) return null;
    const stale = measured.isStale(line) ? 'Stale: this code was edited after the run; the numbers belong to the old code.' : '';
    const reruns = opened.manifest ? [action('Re-run', commands.rerunLast), ...(canRunFiner(opened) ? [action('Re-run finer', commands.rerunFiner)] : [])] : [];
    const actions = [action('Open in flame graph', commands.openFlameGraph, row.file, row.line), ...reruns];
    const text = describeFunction(opened, row, { link, stale, run: describeRun(opened, Date.now()), actions });
    const markdown = new vscode.MarkdownString(text);
    markdown.isTrusted = { enabledCommands: allowed };
    return new vscode.Hover(markdown);
  }
}

const action = (title: string, command: string, ...args: readonly unknown[]): string => `[${title}](command:${command}${args.length > 0 ? `?${encodeArguments(args)}` : ''})`;

function link(file: string, line: number): string | null {
  if (line <= 0 || !isOpenablePath(file)) return null;
  return `command:${commands.openLocation}?${encodeArguments([file, line])}`;
}

/** Nothing in it ends a Markdown link. */
const encodeArguments = (args: readonly unknown[]): string => encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
