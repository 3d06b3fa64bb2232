import type { ScanResult } from '../../core/model/finding.ts';
import { isScanResult } from '../../protocol/worker.ts';
import { packPath, scannerVersion } from './facts-folder.ts';
import { FactsPack, packData } from './facts-pack.ts';
import { type PackContent, writeFactsPack } from './write-facts-pack.ts';

/** Results that are kept: of other rules and paths, and of the state before. */
const mostResults = 4;

/** What scans of a project keep for the next one. */
export interface KeptFacts {
  readonly pack: FactsPack;
  result(key: string): ScanResult | null;
  save(files: PackContent['files'], key: string, result: ScanResult): void;
}

/** `null` when there is no folder for it, or that lies inside the project. */
export const openKeptFacts = (factsFolder: string | null, root: string): KeptFacts | null => {
  const path = factsFolder === null ? null : packPath(factsFolder, root);
  const version = scannerVersion();
  if (path === null || version === null) return null;
  const pack = FactsPack.open(path, version);
  return {
    pack,
    result(key) {
      const part = pack.index.results.get(key);
      const known = part && pack.read(part);
      return isScanResult(known) && known.root === root ? known : null;
    },
    save(files, key, result) {
      const others = [...pack.index.results].slice(1 - mostResults).flatMap(([other, part]) => {
        const bytes = pack.bytes(part);
        return bytes ? [[other, bytes] as const] : [];
      });
      writeFactsPack(path, version, { files, results: [...others, [key, packData(result)]] }, () => pack.close());
    },
  };
};
