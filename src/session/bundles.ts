import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built bundles, whether this runs inside one of them or from source. */
const bundleFolder = typeof __dirname === 'string' ? __dirname : join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist');

/** Absolute path of a built bundle. */
export const bundlePath = (name: 'worker.cjs' | 'scan.cjs' | 'estree.cjs' | 'oxc.cjs' | 'oxc.wasm' | 'scslre.cjs' | 'typescript.cjs' | 'probe.cjs' | 'webview.js' | 'webview.css'): string => join(bundleFolder, name);
