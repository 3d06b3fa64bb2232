import type { Problem } from '../../core/model/problem.ts';

export const manifestVersion = 1;

/** `recording.json` in a recording's folder, beside the raw `.cpuprofile` files. Written once, by atomic rename. */
export interface RecordingManifest {
  readonly version: number;
  /** The folder's name: sortable by start, unique across windows. */
  readonly id: string;
  /** Editable by "Rename"; the file's base name at first. */
  readonly label: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly command: readonly string[];
  /** The loader that ran TypeScript: `none`, `native`, `tsx`, … */
  readonly loader: string;
  readonly nodePath: string;
  readonly nodeVersion: string;
  readonly intervalUs: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly partial: boolean;
  readonly reason: string;
  readonly git: { readonly commit: string; readonly dirty: boolean } | null;
  /** Main process first. Names relative to the folder. */
  readonly profiles: readonly ManifestProfile[];
  /** Content of every profiled original source when the run ended: SHA-256, hex. */
  readonly sources: readonly { readonly file: string; readonly sha256: string }[];
  readonly problems: readonly Problem[];
}

export interface ManifestProfile {
  readonly profile: string;
  /** `ProbeSidecar` file; empty when the process left none. */
  readonly sidecar: string;
}
