import * as vscode from 'vscode';
import { openStored } from '../open-stored.ts';
import type { Services } from '../services.ts';
import type { ProfileRows } from './profile-rows.ts';

/**
 * Shows a recording's folder beside the code, or a file in an editor of its own; in both cases it becomes the open recording, so that
 * its heat stands in the code. A file is read once for both.
 */
export async function showProfile(path: string, isFolder: boolean, services: Services, find?: (rows: ProfileRows) => number): Promise<void> {
  if (isFolder) {
    await openStored(path, services);
    const page = services.panel.show();
    if (find) page.select(find);
    return;
  }
  const page = await services.viewers.open(vscode.Uri.file(path), find);
  const opened = await page?.whenRead();
  if (!opened || opened.data.unit !== 'microseconds') return;
  const { manifest, analysis } = opened;
  services.state.open({ path, manifest, analysis });
  await services.memory.set('lastOpened', path);
}
