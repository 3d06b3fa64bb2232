import { dirname, fileUrlToPath, isAbsolutePath, isLocalPath, normalizePath, resolvePath, type PathStyle } from '../model/paths.ts';

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The absolute local path a map's `sources` entry or a script's map reference names, seen from the file it stands in;
 * `null` for another scheme, a host, a share or a device. It is only a name: whether it may be opened is the caller's matter.
 */
export const resolveSource = (source: string, base: string, style: PathStyle): string | null => {
  const isWindowsPath = style === 'win32' && /^[a-z]:[\\/]/i.test(source);
  if (/^[a-z][a-z0-9+.-]*:/i.test(source) && !isWindowsPath) return fileUrlToPath(source, style);
  if (/^[\\/]{2}/.test(source)) return null;
  // Entries are URL references by the format, yet several tools write plain paths: `%` is decoded where it decodes.
  const path = percentDecoded(source);
  const absolute = isAbsolutePath(path, style) ? normalizePath(path, style) : resolvePath(dirname(base, style), path, style);
  return isLocalPath(absolute, style) ? absolute : null;
};
