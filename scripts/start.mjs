// npm start: needs Node 20 and npm, installs the rest, then opens a real VS Code on the examples with the extension in it.
// npm start -- --headless <file>: profiles a file without an editor.
import { ensureInstalled, runOnDevNode } from './bootstrap.mjs';

await ensureInstalled();
await runOnDevNode('run-start.ts', process.argv.slice(2));
