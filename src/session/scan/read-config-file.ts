import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configName } from '../../core/config/config-schema.ts';
import { emptyConfig, readConfig, type ReadConfig } from '../../core/config/scan-config.ts';
import { createRootGuard } from '../root-guard.ts';

/** Larger ones are no configuration, bytes. */
const largest = 200_000;

const refuse = (message: string): ReadConfig => ({ config: emptyConfig, problems: [{ field: '', message, line: 1, column: 1 }] });

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** What the project at a root says of itself; a file that a link brings in from outside is not read. */
export const readConfigFile = (root: string): ReadConfig => {
  const path = join(root, configName);
  try {
    if (!exists(path)) return { config: emptyConfig, problems: [] };
    const real = createRootGuard([root]).resolve(path);
    if (real === null) return refuse('It is a link that leads out of the project');
    const { size } = statSync(real);
    return size > largest ? refuse(`It is larger than ${largest / 1000} kB`) : readConfig(readFileSync(real, 'utf8'));
  } catch {
    return refuse('It can not be read');
  }
};
