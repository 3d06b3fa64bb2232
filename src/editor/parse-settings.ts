import { settings } from './ids.ts';

export interface Settings {
  /** Empty: the session finds one. */
  readonly nodePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** µs; `undefined`: the session decides. */
  readonly intervalUs: number | undefined;
  readonly delayMs: number | undefined;
  readonly durationMs: number | undefined;
  readonly heatText: boolean;
  /** 0–1. */
  readonly heatThreshold: number;
  readonly diagnosticsLimit: number;
  readonly codeLens: boolean;
  readonly recordingsCount: number;
  readonly recordingsBytes: number;
  readonly analyseOpenFiles: boolean;
  /** Ids, of which some may be no rule's. */
  readonly rulesOff: readonly string[];
}

/** settings.json holds anything: a value of the wrong type counts as not set, a number out of range is brought into it. */
export function parseSettings(get: (id: string) => unknown): Settings {
  const number = (id: string, fallback: number, least: number, most: number): number => {
    const value = get(id);
    return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
  };
  const flag = (id: string, fallback: boolean): boolean => {
    const value = get(id);
    return typeof value === 'boolean' ? value : fallback;
  };
  const nodePath = get(settings.nodePath);
  const interval = number(settings.recordInterval, 0, 0, 100_000);
  const seconds = (id: string, most: number): number | undefined => number(id, 0, 0, most) * 1000 || undefined;
  return {
    nodePath: typeof nodePath === 'string' ? nodePath.trim() : '',
    args: stringsOf(get(settings.runArgs)),
    env: textsOf(get(settings.runEnv)),
    // V8 can't sample faster than about 50 µs without mostly measuring itself.
    intervalUs: interval === 0 ? undefined : Math.max(50, Math.round(interval)),
    delayMs: seconds(settings.recordDelay, 3_600),
    durationMs: seconds(settings.recordDuration, 86_400),
    heatText: flag(settings.heatText, true),
    heatThreshold: number(settings.heatThreshold, 1, 0, 100) / 100,
    diagnosticsLimit: Math.floor(number(settings.diagnosticsLimit, 3, 0, 20)),
    codeLens: flag(settings.codeLensEnabled, false),
    recordingsCount: Math.floor(number(settings.recordingsCount, 50, 1, 1_000)),
    recordingsBytes: number(settings.recordingsSize, 1_000, 10, 100_000) * 1_000_000,
    analyseOpenFiles: flag(settings.analyseOpenFiles, true),
    rulesOff: stringsOf(get(settings.rulesOff)),
  };
}

const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
