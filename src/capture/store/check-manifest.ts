import { manifestVersion } from './manifest.ts';
import type { RecordingManifest } from './manifest.ts';
import { isRecord } from '../../protocol/guards.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Check = (value) => typeof value === 'boolean';
const orNull = (check: Check): Check => (value) => value === null || check(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const shape = (fields: Readonly<Record<string, Check>>): Check => (value) => isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));
/** A name in the recording's own folder: no way leads out of it. */
const plainName: Check = (value) => typeof value === 'string' && value !== '' && value !== '.' && value !== '..' && !/[\\/:\0]/.test(value);

const fields: Readonly<Record<keyof RecordingManifest, Check>> = {
  version: number,
  id: text,
  label: text,
  file: text,
  args: listOf(text),
  cwd: text,
  command: listOf(text),
  loader: text,
  nodePath: text,
  nodeVersion: text,
  intervalUs: number,
  startedAt: text,
  durationMs: number,
  exitCode: orNull(number),
  signal: orNull(text),
  partial: flag,
  reason: text,
  git: orNull(shape({ commit: text, dirty: flag })),
  profiles: listOf(shape({ profile: plainName, sidecar: (value) => value === '' || plainName(value) })),
  sources: listOf(shape({ file: text, sha256: text })),
  problems: listOf(shape({ code: text, message: text })),
};

/** Says which field of an untrusted manifest is missing or wrong; `null` when none is. Unknown fields are ignored. */
export function findManifestFault(value: unknown): string | null {
  if (!isRecord(value)) return 'recording';
  if (typeof value.version === 'number' && value.version > manifestVersion) return 'version';
  return Object.entries(fields).find(([name, check]) => !check(value[name]))?.[0] ?? null;
}

export const isManifest = (value: unknown): value is RecordingManifest => findManifestFault(value) === null;
