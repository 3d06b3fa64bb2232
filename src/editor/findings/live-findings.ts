import * as vscode from 'vscode';
import { openLiveProject } from '../../session/index.ts';
import type { LiveProject } from '../../session/index.ts';
import { describeError } from '../log.ts';
import { settings } from '../ids.ts';
import { readSettings } from '../settings.ts';
import type { FindingsState } from './findings-state.ts';
import { locateFinding } from './locate-finding.ts';
import { rulesOn } from './rules-on.ts';

/** A file is analysed this long after the last key, ms. */
const settleMs = 400;

/** Text longer than this is a bundle or data, UTF-16 units; it is not analysed while it is typed in. */
const longestText = 1_000_000;

/** Keeps the findings of open files up while they are edited, in threads of their own. Only reads, so it works untrusted. */
export class LiveFindings implements vscode.Disposable {
  private readonly projects = new Map<string, LiveProject>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listeners: vscode.Disposable[];
  private readonly findings: FindingsState;
  private readonly selector: vscode.DocumentSelector;
  private readonly log: vscode.LogOutputChannel;

  private readonly factsFolder: string;

  constructor(findings: FindingsState, { selector, factsFolder, log }: { readonly selector: vscode.DocumentSelector; readonly factsFolder: string; readonly log: vscode.LogOutputChannel }) {
    this.findings = findings;
    this.factsFolder = factsFolder;
    this.selector = selector;
    this.log = log;
    this.listeners = [
      vscode.workspace.onDidOpenTextDocument((document) => this.settle(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0) this.settle(document); }),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(urisOf)) this.settleAt(uri);
        for (const uri of closed.flatMap(urisOf)) if (!isShown(uri)) void this.close(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.forget(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.forget(files.map(({ oldUri }) => oldUri))),
      ...this.watch(),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.restart()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.rulesOff)) this.findings.dropRules((rule) => !rulesOn().includes(rule));
        if (event.affectsConfiguration(settings.analyseOpenFiles) || event.affectsConfiguration(settings.rulesOff)) this.restart();
      }),
    ];
    this.restart();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.end();
  }

  /** What a finding says depends on other files, too. */
  private watch(): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,json,prisma}');
    const hear = (uri: vscode.Uri): void => {
      const project = this.projects.get(rootOf(uri));
      if (!project || /[\\/]node_modules[\\/]/.test(uri.fsPath)) return;
      project.changed([uri.fsPath]);
      for (const shown of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOf))) if (rootOf(shown) === rootOf(uri)) this.settleAt(shown);
    };
    return [watcher, watcher.onDidCreate(hear), watcher.onDidChange(hear), watcher.onDidDelete(hear)];
  }

  private restart(): void {
    this.end();
    for (const document of vscode.workspace.textDocuments) {
      this.findings.setLive(document.uri.fsPath, null);
      this.settle(document);
    }
  }

  private end(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    for (const project of this.projects.values()) project.dispose();
    this.projects.clear();
  }

  /** A tab comes before its text or after it. */
  private settleAt(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document) this.settle(document);
  }

  /** Texts that nobody sees are open as well: other extensions and searches read them. */
  private settle(document: vscode.TextDocument): void {
    const { fsPath } = document.uri;
    if (!isShown(document.uri) || !readSettings().analyseOpenFiles || rulesOn().length === 0 || vscode.languages.match(this.selector, document) === 0 || rootOf(document.uri) === '') return;
    clearTimeout(this.timers.get(fsPath));
    this.timers.set(fsPath, setTimeout(() => void this.analyse(document), settleMs));
  }

  private async analyse(document: vscode.TextDocument): Promise<void> {
    const { version, uri } = document;
    this.timers.delete(uri.fsPath);
    const text = document.getText();
    if (text.length > longestText) return this.findings.setLive(uri.fsPath, []);
    const found = await this.ask(uri, text);
    if (found && document.version === version && isShown(uri)) this.findings.setLive(uri.fsPath, found);
  }

  /** A closed file that a scan has told of is looked at once more, as it is on disk now. */
  private async close(uri: vscode.Uri): Promise<void> {
    const { fsPath } = uri;
    clearTimeout(this.timers.get(fsPath));
    this.timers.delete(fsPath);
    const wasScanned = this.findings.isScanned(fsPath);
    this.findings.setLive(fsPath, null);
    if (!wasScanned || !readSettings().analyseOpenFiles) return;
    const found = await this.ask(uri, null);
    if (found && !isShown(uri) && this.findings.isScanned(fsPath)) this.findings.replace(fsPath, found);
  }

  private forget(uris: readonly vscode.Uri[]): void {
    for (const { fsPath } of uris) {
      this.findings.setLive(fsPath, null);
      this.findings.forget((file) => file === fsPath || file.startsWith(`${fsPath}/`) || file.startsWith(`${fsPath}\\`));
    }
  }

  private async ask(uri: vscode.Uri, text: string | null): Promise<ReturnType<typeof locateFinding>[] | null> {
    const root = rootOf(uri);
    if (root === '') return null;
    const project = this.projects.get(root) ?? openLiveProject(root, { rules: rulesOn(), factsFolder: this.factsFolder });
    this.projects.set(root, project);
    try {
      return (await project.analyse(uri.fsPath, text)).map((finding) => locateFinding(root, finding));
    } catch (error) {
      if (this.projects.get(root) === project) this.log.warn(`Looking for problems in ${uri.fsPath}: ${describeError(error)}`);
      return null;
    }
  }
}

/** The open folder on disk that a file lies in; empty for none. */
function rootOf(uri: vscode.Uri): string {
  const folder = uri.scheme === 'file' ? vscode.workspace.getWorkspaceFolder(uri) : undefined;
  return folder?.uri.scheme === 'file' ? folder.uri.fsPath : '';
}

const urisOf = ({ input }: vscode.Tab): vscode.Uri[] =>
  (input instanceof vscode.TabInputText ? [input.uri] : input instanceof vscode.TabInputTextDiff ? [input.modified] : []);

const isShown = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => urisOf(tab).some((shown) => shown.toString() === uri.toString())));
