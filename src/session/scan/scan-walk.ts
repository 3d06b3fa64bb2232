import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configName } from '../../core/config/config-schema.ts';
import type { SkippedFile } from '../../core/model/finding.ts';
import { readSettingsText } from './read-settings-text.ts';
import { type IgnoreRules, readIgnoreRules } from './scan-ignore.ts';

/** What lies below a root; paths are relative to it, with forward slashes. */
export interface WalkedFiles {
  readonly sources: readonly string[];
  /** package.json, tsconfig*.json, schema.prisma. */
  readonly settings: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

const source = /\.[cm]?[jt]sx?$/i;
const settings = /^(?:package\.json|[jt]sconfig[\w.-]*\.json|.+\.prisma)$/;
const builtFolders = new Set(['dist', 'coverage', 'out', 'build']);
/** A file of this path, made, changed or gone, changes which files belong to a project or how their imports are found. */
export const shapesProject = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return source.test(name) || settings.test(name) || name === '.gitignore' || path === configName;
};

/** A declaration says nothing that runs. */
export const isSource = (name: string): boolean => source.test(name) && !/\.d\.[cm]?ts$/i.test(name);

const mostFiles = 200_000;

interface Folder {
  readonly path: string;
  readonly ignores: readonly { readonly base: string; readonly rules: IgnoreRules }[];
}

/** `null` for one that can't be read. */
const readFolder = (path: string): Dirent[] | null => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null;
  }
};

const isIgnored = (path: string, isFolder: boolean, { ignores }: Folder): boolean => {
  for (const { base, rules } of ignores.toReversed()) {
    const said = rules.ignores(path.slice(base.length), isFolder);
    if (said !== null) return said;
  }
  return false;
};

/** Git follows no `.gitignore` that is a link either. */
const withOwnIgnores = (root: string, { path, ignores }: Folder, entries: readonly Dirent[]): Folder => {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return { path, ignores };
  return { path, ignores: [...ignores, { base: path && `${path}/`, rules: readIgnoreRules(readSettingsText(join(root, path, '.gitignore'))) }] };
};

const folderReason = (name: string, path: string, folder: Folder, entries: readonly Dirent[]): string | null => {
  if (name === 'node_modules' || name === 'bower_components' || name === 'jspm_packages') return 'dependencies';
  if (isIgnored(path, true, folder)) return 'ignored by git';
  return builtFolders.has(name) && entries.some((entry) => entry.name === 'package.json') ? 'built code' : null;
};

/** Lists sources and settings below a root. Links are not followed, so there is no way round in circles. */
export const walkFiles = (root: string): WalkedFiles => {
  const found = { sources: Array<string>(), settings: Array<string>(), skipped: Array<SkippedFile>() };
  const folders: Folder[] = [{ path: '', ignores: [] }];
  for (let next = folders.pop(); next; next = folders.pop()) {
    const entries = readFolder(join(root, next.path))?.toSorted((a, b) => (a.name < b.name ? 1 : -1));
    if (!entries) {
      found.skipped.push({ file: next.path, reason: 'it could not be read' });
      continue;
    }
    const folder = withOwnIgnores(root, next, entries);
    for (const entry of entries.toReversed()) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
      if (entry.isDirectory() && !entry.name.startsWith('.')) {
        const reason = folderReason(entry.name, path, folder, entries);
        if (reason === null) folders.push({ path, ignores: folder.ignores });
        else found.skipped.push({ file: path, reason });
      } else if (entry.isFile()) sortFile(path, entry.name, folder, found);
    }
    if (found.sources.length > mostFiles) break;
  }
  found.sources.sort();
  return found;
};

const sortFile = (path: string, name: string, folder: Folder, found: { sources: string[]; settings: string[]; skipped: SkippedFile[] }): void => {
  if (settings.test(name)) found.settings.push(path);
  else if (!isSource(name)) return;
  else if (isIgnored(path, false, folder)) found.skipped.push({ file: path, reason: 'ignored by git' });
  else found.sources.push(path);
};
