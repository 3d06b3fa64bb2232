import * as vscode from 'vscode';
import { isAbsolute } from 'node:path';
import { fileKey } from '../decorations/index-heat.ts';
import { commands } from '../ids.ts';
import { openProfileLink } from '../links/open-profile-link.ts';
import { openStored } from '../open-stored.ts';
import { showProfile } from '../panels/show-profile.ts';
import type { Services } from '../services.ts';
import { Hotspot } from '../trees/hotspots-tree.ts';
import { RecordingRow } from '../trees/recordings-tree.ts';
import { exportCommand } from './export-command.ts';
import type { Handlers } from './handlers.ts';
import { isRecord } from '../../protocol/guards.ts';

/** Endings of the formats that are read; what a file is, its content decides. */
const endings = ['cpuprofile', 'heapprofile', 'json', 'pb', 'pprof', 'collapsed', 'folded', 'txt', 'log', 'gz'];

/** Commands around the viewer. Arguments come from menus, rows, hovers and links, and from anyone else. */
export function viewerCommands(services: Services): Handlers {
  return {
    [commands.openFlameGraph]: (target, line) => openFlameGraph(target, line, services),
    [commands.openProfile]: (argument) => openFile(argument, askForProfile, services),
    [commands.openInViewer]: (argument) => openFile(argument, profileOfTab, services),
    [commands.exportProfile]: (format) => exportCommand(format, services),
    [commands.openLink]: (argument) => (isLink(argument) ? openProfileLink(argument.path, argument.frame, argument.folder, services) : undefined),
  };
}

/** Of the open recording, at a hotspot's function or at a line it measured; of another recording when the row of one is given. */
async function openFlameGraph(target: unknown, line: unknown, services: Services): Promise<void> {
  const { state, panel } = services;
  if (target === undefined) return void panel.show();
  if (target instanceof Hotspot) return panel.show().select((rows) => rows.rowOf(target.row));
  if (target instanceof RecordingRow) {
    if (state.current.opened?.path !== target.entry.path) await openStored(target.entry.path, services);
    return void panel.show();
  }
  if (typeof target === 'string' && typeof line === 'number' && state.current.heat.has(fileKey(target))) panel.show().select((rows) => rows.rowAt(target, line, ''));
}

async function openFile(argument: unknown, otherwise: () => Promise<vscode.Uri | undefined>, services: Services): Promise<void> {
  if (argument !== undefined && !(argument instanceof vscode.Uri)) return void vscode.window.showWarningMessage('This command takes a file.');
  const uri = argument ?? (await otherwise());
  if (!uri) return;
  if (uri.scheme !== 'file') return void vscode.window.showWarningMessage('Only profiles on disk can be opened.');
  await showProfile(uri.fsPath, false, services);
}

const askForProfile = async (): Promise<vscode.Uri | undefined> =>
  (await vscode.window.showOpenDialog({ title: 'Open a profile', filters: { Profiles: endings, 'All files': ['*'] } }))?.[0];

/** The file of the tab in front, whatever shows it. */
async function profileOfTab(): Promise<vscode.Uri | undefined> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText;
  return shown ? input.uri : askForProfile();
}

interface LinkArgument {
  readonly path: string;
  readonly frame: string;
  readonly folder: string | null;
}

const isLink = (value: unknown): value is LinkArgument =>
  isRecord(value) && typeof value.path === 'string' && typeof value.frame === 'string' && (value.folder === null || (typeof value.folder === 'string' && isAbsolute(value.folder)));
