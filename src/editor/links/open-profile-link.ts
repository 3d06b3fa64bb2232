import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { allowOutside } from '../allow-outside.ts';
import { showProfile } from '../panels/show-profile.ts';
import type { Services } from '../services.ts';
import { escapeLinks } from '../words/safe-text.ts';
import { resolveProfileLink } from './resolve-profile-link.ts';

/** Opens a linked profile at its frame. A path outside the workspace is asked about first, for anyone can write a link. */
export async function openProfileLink(path: string, frame: string, folder: string | null, services: Services): Promise<void> {
  const target = await resolveProfileLink(path, folder);
  if (target === null) return void vscode.window.showWarningMessage(`${escapeLinks(path, 300)} was not found: the link's profile may have been moved or deleted.`);
  if (!(await allowOutside(target, { manifest: null }, 'The link leads to'))) return;
  await showProfile(target, (await stat(target)).isDirectory(), services, frame === '' ? undefined : (rows) => rows.rowNamed(frame));
}
