import { isAbsolute } from 'node:path';

/**
 * Paths come out of profiles. Only a plain local file may be opened: a network share (`\\host\…`) would be asked with the
 * user's credentials, device names and `\\?\` paths are no files, and everything else (`node:`, URLs) is none either.
 */
export const isOpenablePath = (file: string): boolean =>
  isAbsolute(file) && !/^(\\\\|\/\/)/.test(file) && !file.includes('\0') && !(process.platform === 'win32' && /(^|[\\/])(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(file));
