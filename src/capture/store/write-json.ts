import { rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';

/** Whole or not at all, readable by the user alone. Replaces what is there. */
export const writeJson = async (file: string, value: unknown): Promise<void> => {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(part, `${JSON.stringify(value, null, 1)}\n`, { flag: 'wx', mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};
