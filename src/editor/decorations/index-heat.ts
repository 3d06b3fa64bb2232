import type { Analysis, LineTime } from '../../session/index.ts';

/** What an analysis says about one file. */
export interface FileHeat {
  readonly file: string;
  /** Heaviest first. */
  readonly lines: readonly LineTime[];
  /** Rows of `Analysis.functions`, heaviest self time first. */
  readonly functions: readonly number[];
}

export type HeatIndex = ReadonlyMap<string, FileHeat>;

/** The key of a file: Windows paths differ in case between V8, source maps and the editor, macOS in Unicode form. */
export const fileKey = (path: string, platform: string = process.platform): string =>
  (platform === 'win32' ? path.replaceAll('/', '\\').toLowerCase() : platform === 'darwin' ? path.normalize('NFC') : path);

/** By `fileKey`, made once an analysis so that switching editors is a look-up. */
export function indexHeat({ lines, functions }: Analysis, platform?: string): HeatIndex {
  const index = new Map<string, { file: string; lines: LineTime[]; functions: number[] }>();
  const entry = (file: string) => {
    const key = fileKey(file, platform);
    const found = index.get(key);
    if (found) return found;
    const made = { file, lines: [], functions: [] };
    index.set(key, made);
    return made;
  };
  for (const line of lines) if (line.file && line.line > 0) entry(line.file).lines.push(line);
  functions.forEach((row, at) => {
    if (row.file && row.line > 0) entry(row.file).functions.push(at);
  });
  return index;
}
