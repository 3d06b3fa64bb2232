import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import type { Problem } from '../../core/model/problem.ts';
import { findOnPath } from './find-on-path.ts';
import { findManagedNode, readAskedVersion } from './managed-node.ts';
import { readNodeVersion } from './read-node-version.ts';

export interface FoundNode {
  /** Absolute. */
  readonly path: string;
  /** As `process.version`. */
  readonly version: string;
}

export type NodeChoice = { readonly ok: true; readonly node: FoundNode } | { readonly ok: false; readonly problem: Problem };

export interface NodeRequest {
  /** The user's own choice; must be absolute. */
  readonly explicit: string | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The oldest Node the probe runs on. */
const oldestMajor = 18;

const refuse = (code: string, message: string, file?: string): NodeChoice => ({ ok: false, problem: { code, message, ...(file !== undefined && { file }) } });

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const locate = ({ explicit, cwd, env }: NodeRequest): string | null => {
  if (explicit !== undefined) return explicit;
  const asked = readAskedVersion(cwd);
  const managed = asked === null ? null : findManagedNode(asked, { home: homedir(), env, platform: process.platform });
  return managed ?? findOnPath('node', env);
};

/** The user's Node: the chosen one, else the one the project's version file asks for, else the one on PATH. */
export const findNode = async (request: NodeRequest): Promise<NodeChoice> => {
  const { explicit } = request;
  if (explicit !== undefined && !isAbsolute(explicit)) return refuse('node-not-absolute', 'The path of Node must be absolute', explicit);
  const path = locate(request);
  if (path === null) return refuse('no-node', 'No Node.js was found on PATH; install Node.js 18 or newer, or set its path');
  if (!isFile(path)) return refuse('no-node', 'There is no Node.js at this path', path);
  const version = await readNodeVersion(path);
  if (version === null) return refuse('not-node', 'This program does not answer like Node.js', path);
  if (Number(/^v(\d+)/.exec(version)?.[1]) < oldestMajor) {
    return refuse('old-node', `Node.js ${version.slice(1)} is too old to be profiled; use ${oldestMajor} or newer`, path);
  }
  return { ok: true, node: { path, version } };
};
