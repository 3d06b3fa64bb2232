import { watch } from 'node:fs';

/** Tells the names that come into a folder. Without a watch, such as past the system's limit, it tells none. Returns what ends it. */
export const watchFolder = (folder: string, see: (name: string) => void): (() => void) => {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => { if (name !== null) see(name); });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
};
