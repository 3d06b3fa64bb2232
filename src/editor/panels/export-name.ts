import { basename } from 'node:path';
import type { OpenedFlame } from '../../session/index.ts';

/** The name a save dialog begins with: of the program and its run, or of the file. */
export function exportName({ path, manifest }: Pick<OpenedFlame, 'path' | 'manifest'>, ending: string): string {
  const name = manifest ? `${basename(manifest.file).replace(/\.[^.]*$/, '')}-${manifest.id}` : basename(path).replace(/(\.(gz|json|cpuprofile|heapprofile|pb|pprof|collapsed|folded|speedscope|trace|log))+$/i, '');
  return `${name || 'profile'}${ending}`;
}
