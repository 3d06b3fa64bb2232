import { readFile, stat } from 'node:fs/promises';
import type { Analysis } from '../core/model/analysis.ts';
import type { Problem } from '../core/model/problem.ts';
import type { RecordingManifest } from '../capture/store/manifest.ts';
import { hashSource } from './hash-source.ts';
import { createRootGuard } from './root-guard.ts';

/** Sources past these are left out: they are then judged by their time of change. */
const limits = { files: 5000, bytes: 32 << 20 } as const;

export interface HashedSources {
  readonly sources: RecordingManifest['sources'];
  /** One `edited-during-run` a file that changed after the start. */
  readonly problems: readonly Problem[];
}

/** Hashes the project's own sources of a result, as they are right after the run. `startedAt` in ms since 1970. */
export const hashSources = async ({ functions, lines }: Analysis, roots: readonly string[], startedAt: number): Promise<HashedSources> => {
  const named = [...functions.filter(({ category }) => category === 'own'), ...lines].map(({ file }) => file);
  const files = [...new Set(named)].filter((file) => !/[\\/]node_modules[\\/]/.test(file)).slice(0, limits.files);
  const guard = createRootGuard(roots);
  const sources: { file: string; sha256: string }[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const real = guard.resolve(file);
    if (real === null) continue;
    try {
      const { size, mtimeMs } = await stat(real);
      if (size > limits.bytes) continue;
      sources.push({ file, sha256: hashSource(await readFile(real)) });
      if (Math.floor(mtimeMs) > startedAt) problems.push({ code: 'edited-during-run', message: 'The file was edited during the run: its lines may have moved', file });
    } catch {
      // A source that is gone is stale wherever it is shown.
    }
  }
  return { sources, problems };
};
