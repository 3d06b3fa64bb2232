// npm test: needs Node 20 and npm, installs the rest. `npm test -- unit cli` runs only these stages.
import { ensureInstalled, runOnDevNode } from './bootstrap.mjs';

await ensureInstalled();
await runOnDevNode('run-tests.ts', process.argv.slice(2));
