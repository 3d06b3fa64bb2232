import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where version managers keep their Nodes; read from the environment and home of the user, never from the workspace. */
export interface ManagerPlaces {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

const readText = (file: string): string | null => {
  try {
    return statSync(file).size < 1 << 20 ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
};

const listFolder = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const readVolta = (text: string): string | null => {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null || !('volta' in manifest)) return null;
    const { volta } = manifest;
    return typeof volta === 'object' && volta !== null && 'node' in volta && typeof volta.node === 'string' ? volta.node : null;
  } catch {
    return null;
  }
};

const readers: readonly { readonly file: string; readonly read: (text: string) => string | null }[] = [
  { file: '.nvmrc', read: (text) => text },
  { file: '.node-version', read: (text) => text },
  { file: '.tool-versions', read: (text) => /^nodejs\s+(\S+)/m.exec(text)?.[1] ?? null },
  { file: 'package.json', read: readVolta },
];

/** The version a project asks for in the nearest file that says one: `20`, `20.11` or `20.11.1`; names such as `lts/*` say none. */
export const readAskedVersion = (cwd: string): string | null => {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const { file, read } of readers) {
      const text = readText(join(folder, file));
      const version = text === null ? null : /^v?(\d+(\.\d+){0,2})$/.exec(read(text)?.trim() ?? '')?.[1];
      if (version) return version;
    }
    if (dirname(folder) === folder) return null;
  }
};

/** Folders with one subfolder a version, and the way from there to the binary. */
const managerFolders = ({ home, env, platform }: ManagerPlaces): readonly (readonly [folder: string, ...binary: string[]])[] => {
  const windows = platform === 'win32';
  const bin = windows ? ['node.exe'] : ['bin', 'node'];
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
  const fnm = [env['FNM_DIR'], join(data, 'fnm'), join(home, '.fnm'), join(home, 'Library', 'Application Support', 'fnm')];
  return [
    [join(env['NVM_DIR'] ?? join(home, '.nvm'), 'versions', 'node'), ...bin],
    [env['NVM_HOME'] ?? join(home, 'AppData', 'Roaming', 'nvm'), ...bin],
    ...fnm.flatMap((folder) => (folder ? [[join(folder, 'node-versions'), 'installation', ...bin] as const] : [])),
    [join(env['VOLTA_HOME'] ?? join(home, '.volta'), 'tools', 'image', 'node'), ...bin],
    [join(env['ASDF_DATA_DIR'] ?? join(home, '.asdf'), 'installs', 'nodejs'), ...bin],
    [join(env['MISE_DATA_DIR'] ?? join(data, 'mise'), 'installs', 'node'), ...bin],
    [join(env['NODENV_ROOT'] ?? join(home, '.nodenv'), 'versions'), ...bin],
  ];
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The newest installed Node that fits the asked version, of the first manager that has one. */
export const findManagedNode = (asked: string, places: ManagerPlaces): string | null => {
  const fits = (name: string): boolean => `${name.replace(/^v/, '')}.`.startsWith(`${asked}.`);
  for (const [folder, ...binary] of managerFolders(places)) {
    const versions = listFolder(folder).filter((name) => /^v?\d+\.\d+\.\d+$/.test(name) && fits(name));
    versions.sort((a, b) => b.replace(/^v/, '').localeCompare(a.replace(/^v/, ''), 'en', { numeric: true }));
    const found = versions.map((name) => join(folder, name, ...binary)).find(isFile);
    if (found) return found;
  }
  return null;
};
