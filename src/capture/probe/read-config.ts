import { type ProbeConfig, probeVersion } from '../../protocol/probe.ts';

const isDelay = (value: unknown): value is number | null => value === null || typeof value === 'number';

const isProbeConfig = (value: unknown): value is ProbeConfig => {
  if (typeof value !== 'object' || value === null) return false;
  const { version, folder, intervalUs, delayMs, durationMs, project }: Partial<Record<keyof ProbeConfig, unknown>> = value;
  return (
    version === probeVersion &&
    typeof folder === 'string' &&
    typeof intervalUs === 'number' &&
    isDelay(delayMs) &&
    isDelay(durationMs) &&
    typeof project === 'string'
  );
};

/** `null` when the text is not a configuration of this probe's version: the program then runs as if we were not there. */
export const readConfig = (text: string | undefined): ProbeConfig | null => {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isProbeConfig(value) ? value : null;
  } catch {
    return null;
  }
};
