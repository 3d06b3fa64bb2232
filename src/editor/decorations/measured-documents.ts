import * as vscode from 'vscode';
import { findFunctionRanges, hashSource } from '../../session/index.ts';
import type { OpenedRecording } from '../../session/index.ts';
import { describeError } from '../log.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { fileKey } from './index-heat.ts';
import { MeasuredFile } from './measured-file.ts';
import { isNewerThanRun } from './is-newer-than-run.ts';

/** Surfaces wait this long after the last key, ms; the editor itself moves the marks meanwhile. */
const settleMs = 200;

/** Follows the open documents that have heat, so that a number never stands on code it was not measured on. */
export class MeasuredDocuments implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Marks of the document have to be drawn again. */
  readonly onDidChange = this.changed.event;
  private files = new Map<vscode.TextDocument, MeasuredFile>();
  private readonly edited = new Set<vscode.TextDocument>();
  private timer: NodeJS.Timeout | undefined;
  private hashes = new Map<string, string>();
  private opened: OpenedRecording | null = null;
  private readonly listeners: vscode.Disposable[];
  private readonly state: OpenRecordingState;
  private readonly log: vscode.LogOutputChannel;

  constructor(state: OpenRecordingState, log: vscode.LogOutputChannel) {
    this.state = state;
    this.log = log;
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.files.delete(document)),
    ];
  }

  /** `null` when the open recording says nothing about the document. */
  of(document: vscode.TextDocument): MeasuredFile | null {
    const { opened, heat } = this.state.current;
    if (opened !== this.opened) this.reset(opened);
    if (!opened || document.uri.scheme !== 'file' || !heat.has(fileKey(document.uri.fsPath))) return null;
    const known = this.files.get(document);
    if (known) return known;
    const text = document.getText();
    const hash = this.hashes.get(fileKey(document.uri.fsPath));
    const file = new MeasuredFile(text, hash === undefined || isContent(text, hash));
    this.files.set(document, file);
    if (hash === undefined) void this.compareDates(document, file, opened);
    return file;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private reset(opened: OpenedRecording | null): void {
    this.opened = opened;
    this.files = new Map();
    this.hashes = new Map(opened?.manifest?.sources.map(({ file, sha256 }) => [fileKey(file), sha256]));
  }

  /** On every key: only the line map is kept up. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const file = this.files.get(document);
    if (!file || contentChanges.length === 0) return;
    const first = file.match === 'same';
    file.apply(contentChanges.map(({ range, text }) => ({
      startLine: range.start.line, startCharacter: range.start.character, endLine: range.end.line, endCharacter: range.end.character, text,
    })));
    if (first) void this.findFunctions(document, file);
    this.edited.add(document);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), settleMs);
  }

  private settle(): void {
    for (const document of this.edited) {
      const hash = this.hashes.get(fileKey(document.uri.fsPath));
      // Undone to what was measured: the numbers are true again.
      if (hash !== undefined && isContent(document.getText(), hash)) this.files.delete(document);
      this.changed.fire(document);
    }
    this.edited.clear();
  }

  private async findFunctions(document: vscode.TextDocument, file: MeasuredFile): Promise<void> {
    try {
      file.setFunctions(await findFunctionRanges(document.uri.fsPath, file.recordedText));
      if (this.files.get(document) === file) this.changed.fire(document);
    } catch (error) {
      this.log.warn(`The functions of ${document.uri.fsPath} could not be found: ${describeError(error)}`);
    }
  }

  private async compareDates(document: vscode.TextDocument, file: MeasuredFile, opened: OpenedRecording): Promise<void> {
    if (!(await isNewerThanRun(document.uri.fsPath, opened)) || this.files.get(document) !== file) return;
    file.setOther();
    this.changed.fire(document);
  }
}

/** The editor strips a byte order mark from its text, the recorded hash is of the bytes. */
const isContent = (text: string, hash: string): boolean => hashSource(text) === hash || hashSource(`\uFEFF${text}`) === hash;
