import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import type { Services } from '../services.ts';
import { findProfileLinks } from './find-profile-links.ts';
import { openProfileLink } from './open-profile-link.ts';

/** Characters of a document that are searched. */
const mostText = 2_000_000;

const say = (frame: string): string => (frame === '' ? 'Open in Flameline' : `Open in Flameline at ${frame.slice(0, 60)}`);

class LinkInTerminal extends vscode.TerminalLink {
  readonly path: string;
  readonly frame: string;
  readonly folder: string | null;
  constructor({ start, length, path, frame }: ReturnType<typeof findProfileLinks>[number], folder: string | null) {
    super(start, length, say(frame));
    this.path = path;
    this.frame = frame;
    this.folder = folder;
  }
}

/** `flameline:` links in documents and terminals. No address handler is registered: only a click inside the editor opens one. */
export function registerProfileLinks(services: Services): vscode.Disposable[] {
  const terminals: vscode.TerminalLinkProvider<LinkInTerminal> = {
    provideTerminalLinks: ({ line, terminal }) => findProfileLinks(line).map((link) => new LinkInTerminal(link, folderOf(terminal))),
    handleTerminalLink: ({ path, frame, folder }) => openProfileLink(path, frame, folder, services),
  };
  return [
    vscode.languages.registerDocumentLinkProvider([{ scheme: 'file' }, { scheme: 'untitled' }], { provideDocumentLinks: linksOf }),
    vscode.window.registerTerminalLinkProvider(terminals),
  ];
}

function linksOf(document: vscode.TextDocument): vscode.DocumentLink[] {
  const folder = document.uri.scheme === 'file' ? dirname(document.uri.fsPath) : null;
  return findProfileLinks(document.getText().slice(0, mostText)).map(({ start, length, path, frame }) => {
    const target = vscode.Uri.from({ scheme: 'command', path: commands.openLink, query: JSON.stringify([{ path, frame, folder }]) });
    const link = new vscode.DocumentLink(new vscode.Range(document.positionAt(start), document.positionAt(start + length)), target);
    link.tooltip = say(frame);
    return link;
  });
}

function folderOf({ shellIntegration, creationOptions }: vscode.Terminal): string | null {
  const started = 'cwd' in creationOptions ? creationOptions.cwd : undefined;
  return shellIntegration?.cwd?.fsPath ?? (typeof started === 'string' ? started : started?.fsPath) ?? null;
}
