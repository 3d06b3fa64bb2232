// Fetches what only tests need (other Nodes, TypeScript loaders, test runners, a VS Code server) into one cache folder and says its size.
// node scripts/fetch-test-tools.ts [nodes] [loaders] [runners] [host]
import { hostDir, testCache } from '../test/helpers/test-cache.ts';
import { hasHost } from '../test/host/host-paths.ts';
import { folderBytes } from './test-tools/cached-part.ts';
import { fetchHost } from './test-tools/host.ts';
import { fetchLoaders } from './test-tools/loaders.ts';
import { fetchNodes } from './test-tools/nodes.ts';
import { fetchRunners } from './test-tools/runners.ts';

const parts: Record<string, () => Promise<boolean>> = { nodes: fetchNodes, loaders: fetchLoaders, runners: fetchRunners, ...(hasHost() && { host: fetchHost }) };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts) && name !== 'host');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
if (!hasHost()) console.log(`${hostDir()} is not made: the embedded VS Code exists for linux-x64 only.`);

for (const [name, fetchPart] of Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name))) {
  const began = performance.now();
  const made = await fetchPart();
  console.log(`${name.padEnd(8)} ${made ? `fetched in ${((performance.now() - began) / 1000).toFixed(0)} s` : 'reused'}`);
}
console.log(`Test tools: ${(folderBytes(testCache()) / 1e6).toFixed(0)} MB in ${testCache()}`);
