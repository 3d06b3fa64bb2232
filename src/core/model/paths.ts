/** Paths by rule, so that a Windows profile reads the same on every machine. */
export type PathStyle = 'posix' | 'win32';

/** Names Windows opens as devices in any folder, with any ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|:|$)/i;

interface SplitPath {
  /** `/`, `C:\`, `\\server\share\`, `C:` (relative to a drive) or empty. */
  readonly root: string;
  readonly rest: string;
}

const separator = (style: PathStyle): string => (style === 'win32' ? '\\' : '/');

const splitWindowsRoot = (path: string): SplitPath => {
  const slashes = path.replaceAll('/', '\\');
  const long = /^\\\\\?\\(?:(UNC\\)|(?=[a-z]:\\))/i.exec(slashes);
  const plain = long ? (long[1] ? '\\\\' : '') + slashes.slice(long[0].length) : slashes;
  const unc = /^\\\\([^\\]+)\\+([^\\]+)(?:\\+|$)/.exec(plain);
  if (unc) return { root: `\\\\${unc[1]}\\${unc[2]}\\`, rest: plain.slice(unc[0].length) };
  const drive = /^([a-z]):(\\*)/i.exec(plain);
  if (drive) return { root: drive[1].toUpperCase() + (drive[2] ? ':\\' : ':'), rest: plain.slice(drive[0].length) };
  return { root: plain.startsWith('\\') ? '\\' : '', rest: plain.replace(/^\\+/, '') };
};

const splitRoot = (path: string, style: PathStyle): SplitPath => {
  if (style === 'win32') return splitWindowsRoot(path);
  return { root: path.startsWith('/') ? '/' : '', rest: path.replace(/^\/+/, '') };
};

const normalSegments = (rest: string, rooted: boolean, style: PathStyle): readonly string[] => {
  const kept: string[] = [];
  for (const segment of rest.split(separator(style))) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  return kept;
};

const isRooted = (root: string): boolean => /[\\/]$/.test(root);

/** Dot segments and doubled separators resolved, the platform's separators, an upper-case drive, no `\\?\`, no trailing separator. */
export const normalizePath = (path: string, style: PathStyle): string => {
  const { root, rest } = splitRoot(path, style);
  return root + normalSegments(rest, isRooted(root), style).join(separator(style)) || '.';
};

/** On Windows that is a drive and a root, or UNC; `\x` and `C:x` depend on where the process stands. */
export const isAbsolutePath = (path: string, style: PathStyle): boolean => {
  const { root } = splitRoot(path, style);
  return isRooted(root) && root !== '\\';
};

/** An absolute path on this machine: UNC shares, `\\.\` and device names are not. */
export const isLocalPath = (path: string, style: PathStyle): boolean => {
  if (!isAbsolutePath(path, style) || path.includes('\0')) return false;
  if (style === 'posix') return true;
  const { root, rest } = splitWindowsRoot(path);
  return !root.startsWith('\\\\') && !rest.split('\\').some((segment) => device.test(segment) || segment.includes(':'));
};

/** `path` as seen from `folder`, normalised. */
export const resolvePath = (folder: string, path: string, style: PathStyle): string =>
  normalizePath(isAbsolutePath(path, style) ? path : folder + separator(style) + path, style);

export const dirname = (path: string, style: PathStyle): string => resolvePath(path, '..', style);

/** For comparing only: Windows file names differ by more than their case. */
const key = (path: string, style: PathStyle): string => (style === 'win32' ? path.toLowerCase() : path);

const segmentsOf = (path: string, style: PathStyle): readonly string[] => {
  const { root, rest } = splitRoot(path, style);
  return [root, ...normalSegments(rest, true, style)];
};

/** Whether `file` is `folder` or lies below it, by their names; links are the caller's matter. */
export const isInside = (folder: string, file: string, style: PathStyle): boolean => {
  const outer = segmentsOf(folder, style);
  const inner = segmentsOf(file, style);
  return outer.length <= inner.length && outer.every((segment, at) => key(segment, style) === key(inner[at], style));
};

/** The way from a folder to a file with forward slashes; the file itself when it stands on another drive. Both absolute. */
export const relativePath = (folder: string, file: string, style: PathStyle): string => {
  const from = segmentsOf(folder, style);
  const to = segmentsOf(file, style);
  let same = 0;
  while (same < from.length && same < to.length && key(from[same], style) === key(to[same], style)) same++;
  if (same === 0) return normalizePath(file, style).replaceAll(separator(style), '/');
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
};

const decodePercent = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/**
 * The absolute path of a `file:` URL; `null` for anything that is no file of this machine: another scheme, a host,
 * no drive on Windows, a device, an encoded separator or NUL. Query and fragment are dropped, as Node does.
 */
export const fileUrlToPath = (url: string, style: PathStyle): string | null => {
  const parts = /^file:(?:[\\/]{2}([^\\/?#]*))?([^?#]*)/i.exec(url);
  if (!parts || (parts[1] && parts[1].toLowerCase() !== 'localhost')) return null;
  const encoded = parts[2].replaceAll('\\', '/');
  if (!encoded.startsWith('/') || /%2f/i.test(encoded) || (style === 'win32' && /%5c/i.test(encoded))) return null;
  const decoded = decodePercent(encoded);
  if (decoded === null) return null;
  const path = style === 'win32' ? decoded.replace(/^\/+([a-z])[:|](?=\/|$)/i, '$1:') : decoded;
  if (style === 'win32' && !/^[a-z]:/i.test(path)) return null;
  const normal = normalizePath(/^[a-z]:$/i.test(path) && style === 'win32' ? `${path}\\` : path, style);
  return isLocalPath(normal, style) ? normal : null;
};
