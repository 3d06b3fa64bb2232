import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { hostDir, nodeBinary } from '../helpers/test-cache.ts';
import { openWorkbench } from '../host/open-workbench.ts';
import type { WorkbenchOptions } from '../host/open-workbench.ts';
import { quietSettings } from '../host/quiet-settings.ts';
import { startServer } from '../host/start-server.ts';
import type { Workbench } from '../host/workbench.ts';

const root = join(import.meta.dirname, '..', '..');

export interface OpenedExamples {
  readonly workbench: Workbench;
  /** The copy of `examples/` that is open. */
  readonly folder: string;
  /** Opens `seen.cpuprofile` by the explorer's menu and waits for its hotspots. */
  readonly openProfile: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ExamplesOptions extends Pick<WorkbenchOptions, 'width' | 'height' | 'scale'> {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly workspaceTrust?: boolean;
  /** Puts further files into the copy. */
  readonly prepare?: (folder: string) => void;
}

/** A PATH whose `node` is 24, found outside `node_modules` as a user's is. */
function userPath(dataDir: string): string {
  const folder = join(dataDir, 'bin');
  mkdirSync(folder);
  symlinkSync(nodeBinary(24), join(folder, 'node'));
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}

/** A busy VS Code now and then closes a menu without running its entry: what was asked for is asked for again. */
async function openSeenProfile(workbench: Workbench): Promise<void> {
  const file = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'seen.cpuprofile' });
  for (let attempt = 0; attempt < 4; attempt++) {
    await workbench.openContainer('Explorer');
    await workbench.contextMenu(file, 'Open in Flameline');
    await workbench.openContainer('Flameline');
    const shown = await workbench.treeRows('Hotspots').first().waitFor({ timeout: 15_000 }).then(() => true, () => false);
    if (shown) return;
  }
  throw new Error('the profile did not open');
}

/** Installs the packed extension into a fresh VS Code and opens a copy of the examples there, as a user would. */
export async function openExamples({ settings, workspaceTrust = false, prepare, ...view }: ExamplesOptions = {}): Promise<OpenedExamples> {
  const dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'fl-ui-')));
  const folder = join(dataDir, 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true, filter: (path) => !/[\\/](node_modules|\.flameline)$/.test(path) });
  // Types lie above the examples in a checkout as well.
  mkdirSync(join(dataDir, 'node_modules', '@types'), { recursive: true });
  symlinkSync(join(root, 'node_modules', '@types', 'node'), join(dataDir, 'node_modules', '@types', 'node'));
  prepare?.(folder);
  const server = await startServer({
    hostDir: hostDir(),
    dataDir,
    settings: { ...quietSettings, ...settings },
    vsix: [join(root, 'flameline.vsix')],
    workspaceTrust,
    env: { HOME: dataDir, PATH: userPath(dataDir) },
  });
  const workbench = await openWorkbench({ server, folder, ...view });
  await workbench.ready();
  return {
    workbench,
    folder,
    openProfile: () => openSeenProfile(workbench),
    close: async () => {
      await workbench.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
