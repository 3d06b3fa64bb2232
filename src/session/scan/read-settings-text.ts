import { readLimited } from '../read-limited.ts';

/** Larger settings are generated or hostile, as larger sources are, bytes. */
const largestSettings = 1_000_000;

/** The text of a `.gitignore` or a settings file; empty when it is too large, can't be read or is no plain file. */
export const readSettingsText = (path: string): string => {
  const read = readLimited(path, largestSettings);
  return read.ok ? read.bytes.toString('utf8') : '';
};
