import { execFile } from 'node:child_process';

/** Asks the binary itself; `null` when it is no Node or does not answer in 10 s. Preloads of NODE_OPTIONS stay out. */
export const readNodeVersion = (executable: string): Promise<string | null> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' };
    const done = (error: Error | null, stdout: string): void => {
      const version = stdout.trim();
      resolve(error === null && /^v\d+\.\d+\.\d+/.test(version) ? version : null);
    };
    execFile(executable, ['-p', 'process.version'], { env, timeout: 10_000, windowsHide: true }, done);
  });
