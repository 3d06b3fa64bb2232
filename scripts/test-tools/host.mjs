import { hasCompiler, installHost, noCompilerNote } from '../../test/host/install-host.mjs';
import { cachedPart } from './cached-part.mjs';
import { hostVersions } from './versions.mjs';

/** Fetches the VS Code server into `host`, once more when a compiler has come since. */
export function fetchHost() {
  const native = hasCompiler();
  if (!native) console.log(noCompilerNote);
  return cachedPart('host', { ...hostVersions, native }, (folder) => installHost(folder, hostVersions, { native }));
}
