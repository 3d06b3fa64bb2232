import { mkdirSync, renameSync, writeFileSync } from './originals.ts';

/** Whole or not at all, readable by the user alone. Makes the folder again when the program deleted it. Throws what `fs` throws. */
export const writeFileWhole = (file: string, text: string, folder: string): void => {
  const part = `${file}.part`;
  try {
    writeFileSync(part, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(part, text, { flag: 'wx', mode: 0o600 });
  }
  renameSync(part, file);
};
