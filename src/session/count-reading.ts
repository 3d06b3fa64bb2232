import { readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadProgress } from '../protocol/worker.ts';
import type { ReadChunk } from './read-profile-file.ts';

/** Told so many times over the whole reading at most. */
const steps = 100;

/** Reads and tells how far it is. A recording's folder counts with its profiles; what can't be looked at counts nothing. */
export function countReading(paths: readonly string[], tell: (progress: ReadProgress) => void): ReadChunk {
  const total = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  let bytes = 0;
  let told = 0;
  return (file, chunk) => {
    const count = readSync(file, chunk);
    bytes += count;
    if (bytes - told >= total / steps) {
      told = bytes;
      tell({ bytes, total: Math.max(bytes, total) });
    }
    return count;
  };
}

function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (!stat.isDirectory()) return stat.size;
    return readdirSync(path).filter((name) => name.endsWith('.cpuprofile')).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
  } catch {
    return 0;
  }
}
