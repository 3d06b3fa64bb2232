import { hasCompiler, installHost, noCompilerNote } from '../../test/host/install-host.ts';
import { cachedPart } from './cached-part.ts';
import { hostVersions } from './versions.ts';

/** Fetches the VS Code server into `host`, once more when a compiler has come since. */
export function fetchHost(): Promise<boolean> {
  const native = hasCompiler();
  if (!native) console.log(noCompilerNote);
  return cachedPart('host', { ...hostVersions, native }, (folder) => installHost(folder, hostVersions, { native }));
}
