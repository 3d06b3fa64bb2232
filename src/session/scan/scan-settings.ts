import { parseJson, plainValue } from '../../core/config/parse-json.ts';
import { join } from 'node:path';
import type { ScanConfig } from '../../core/config/scan-config.ts';
import { joinPath, type PathAliases, type WorkspacePackage } from '../../core/callgraph/resolve-module.ts';
import { createRootGuard } from '../root-guard.ts';
import { readConfigFile } from './read-config-file.ts';
import { readSettingsText } from './read-settings-text.ts';
import { isRecord } from '../../protocol/guards.ts';

/** What a project's settings files say about its modules. */
export interface ProjectSettings {
  /** What the project says of itself. */
  readonly config: ScanConfig;
  readonly aliases: readonly PathAliases[];
  readonly packages: readonly WorkspacePackage[];
  readonly prismaClients: readonly string[];
  /** The texts of Prisma's schemas. */
  readonly schemas: readonly { readonly path: string; readonly text: string }[];
  readonly dependencies: ReadonlySet<string>;
}

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (isRecord(value) ? value : {});
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : []);

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '');

const readText = (root: string, file: string): string => readSettingsText(join(root, file));

/** A file that can't be read says nothing. */
const readJson = (root: string, file: string): Json => {
  try {
    return record(plainValue(parseJson(readText(root, file))));
  } catch {
    return {};
  }
};

/** Settings files of a chain that are read at the most. */
const mostExtended = 16;

/** The settings file and those it extends, the nearest first; of several the last one counts most. Packages are not looked into. */
function* extending(root: string, file: string): Generator<{ readonly folder: string; readonly config: Json }> {
  const guard = createRootGuard([root]);
  const waiting = [file];
  for (let read = 0; read < mostExtended; read++) {
    const at = waiting.pop();
    if (at === undefined) return;
    if (guard.resolve(join(root, at)) === null) continue;
    const folder = folderOf(at);
    const config = readJson(root, at);
    yield { folder, config };
    const parents = texts(config.extends).filter((parent) => parent.startsWith('.')).map((parent) => joinPath(folder, parent.endsWith('.json') ? parent : `${parent}.json`));
    waiting.push(...parents.filter((parent) => parent !== null));
  }
}

/** `baseUrl` and `paths`, the nearest along `extends`; only files that lie below the root, links followed, are read. */
const readAliases = (root: string, file: string): PathAliases => {
  let baseUrl: string | null = null;
  let found: { base: string; paths: Json } | null = null;
  for (const { folder, config } of extending(root, file)) {
    const options = record(config.compilerOptions);
    if (typeof options.baseUrl === 'string') baseUrl ??= joinPath(folder, options.baseUrl);
    if (isRecord(options.paths)) found ??= { base: typeof options.baseUrl === 'string' ? (joinPath(folder, options.baseUrl) ?? folder) : folder, paths: options.paths };
  }
  const paths = Object.entries(found?.paths ?? {}).map(([pattern, targets]) => ({ pattern, targets: texts(targets) }));
  return { folder: folderOf(file), baseUrl, pathsBase: found?.base ?? '', paths };
};

const readPackage = (json: Json, file: string): WorkspacePackage[] => {
  if (typeof json.name !== 'string') return [];
  const exported = isRecord(json.exports) ? (isRecord(json.exports['.']) ? Object.values(json.exports['.']) : [json.exports['.']]) : [json.exports];
  return [{ name: json.name, folder: folderOf(file), entries: [json.source, json.main, json.module, json.types, ...exported].flatMap(texts) }];
};

/** Its parts are short and hold no other block, so that no schema takes long. `generator client { output = "../src/generated" }`: where the client is imported from instead of `@prisma/client`. */
const readPrismaOutputs = (file: string, text: string): string[] => {
  const blocks = text.matchAll(/generator\s+\w+\s*\{([^{}]{0,2000})\}/g);
  return [...blocks].flatMap(([, block]) => {
    const output = /provider\s*=\s*"prisma-client(?:-js)?"/.test(block) ? /output\s*=\s*"([^"]+)"/.exec(block)?.[1] : undefined;
    const path = output === undefined ? null : joinPath(folderOf(file), output);
    return path ? [path] : [];
  });
};

export const readSettings = (root: string, files: readonly string[]): ProjectSettings => {
  const manifests = files.filter((file) => file.endsWith('package.json')).map((file) => ({ file, json: readJson(root, file) }));
  const configs = files.filter((file) => /(?:^|\/)[jt]sconfig(?:\.base)?\.json$/.test(file));
  const schemas = files.filter((file) => file.endsWith('.prisma')).map((path) => ({ path, text: readText(root, path) }));
  return {
    config: readConfigFile(root).config,
    aliases: configs.map((file) => readAliases(root, file)),
    packages: manifests.flatMap(({ file, json }) => readPackage(json, file)),
    prismaClients: schemas.flatMap(({ path, text }) => readPrismaOutputs(path, text)),
    schemas,
    dependencies: new Set(manifests.flatMap(({ json }) => [json.dependencies, json.devDependencies, json.peerDependencies].flatMap((part) => Object.keys(record(part))))),
  };
};
