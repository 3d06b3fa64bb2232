import { splitArguments } from './split-arguments.ts';
import { isRecord } from '../../protocol/guards.ts';

export interface LaunchValues {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface LaunchPlaces {
  readonly file: string;
  readonly workspaceFolder: string;
  /** Tells whether two absolute paths are the same file; `program` may be relative or without its ending. */
  readonly sameFile: (program: string, file: string) => boolean;
}

/** What the first launch configuration for this very file would run it with; `null` when none is. launch.json is anyone's data. */
export function matchLaunchConfiguration(configurations: unknown, places: LaunchPlaces): LaunchValues | null {
  if (!Array.isArray(configurations)) return null;
  const substitute = (text: string): string => substituteVariables(text, places);
  for (const candidate of configurations) {
    if (!isRecord(candidate) || candidate.request !== 'launch' || (candidate.type !== 'node' && candidate.type !== 'pwa-node')) continue;
    if (typeof candidate.program !== 'string' || !places.sameFile(substitute(candidate.program), places.file)) continue;
    const cwd = typeof candidate.cwd === 'string' ? { cwd: substitute(candidate.cwd) } : {};
    return { args: readArgs(candidate.args).map(substitute), env: readEnv(candidate.env, substitute), ...cwd };
  }
  return null;
}

const readArgs = (args: unknown): string[] =>
  (typeof args === 'string' ? splitArguments(args) : Array.isArray(args) ? args.filter((arg) => typeof arg === 'string') : []);

/** Numbers are taken as text; `null`, which would unset a variable, is left out. */
function readEnv(env: unknown, substitute: (text: string) => string): Record<string, string> {
  if (!isRecord(env)) return {};
  const entries = Object.entries(env).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(entries.map(([name, value]) => [name, substitute(String(value))]));
}

const substituteVariables = (text: string, { file, workspaceFolder }: LaunchPlaces): string =>
  text.replace(/\$\{(file|workspaceFolder|workspaceRoot)\}/g, (_, name) => (name === 'file' ? file : workspaceFolder));

