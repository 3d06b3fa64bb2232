import type { Client } from '../catalogue/client.ts';
import { type Severity, severities } from '../model/finding.ts';
import { ruleIds } from '../rules/rule-ids.ts';
import { checkConfig, type Fault } from './check-config.ts';
import { configSchema } from './config-schema.ts';
import { type ClientConfig, makeClient } from './make-client.ts';
import { JsonError, type JsonNode, parseJson } from './parse-json.ts';

/** What a project's `flameline.config.json` says. */
export interface ScanConfig {
  readonly clients: readonly Client[];
  /** Only what it changes. */
  readonly rules: Readonly<Record<string, 'off' | Severity>>;
  /** Globs. */
  readonly ignore: readonly string[];
  readonly entries: readonly string[];
}

/** A sentence with the field, its place and what is allowed. */
export interface ConfigProblem {
  readonly field: string;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface ReadConfig {
  /** What is right of it; what is wrong is as if it were not there. */
  readonly config: ScanConfig;
  readonly problems: readonly ConfigProblem[];
}

export const emptyConfig: ScanConfig = { clients: [], rules: {}, ignore: [], entries: [] };

/** Told of one file; the place of each is counted from its beginning. */
const mostProblems = 100;

/** The text of a `flameline.config.json`. */
export const readConfig = (text: string): ReadConfig => {
  try {
    const node = parseJson(text);
    const faults = checkConfig(node, configSchema);
    return { config: toConfig(node, new Set(faults.map(({ field }) => field))), problems: faults.slice(0, mostProblems).map((fault) => toProblem(text, fault)) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { config: emptyConfig, problems: [toProblem(text, { field: '', message: `is no JSON: ${error.message}`, at: error.at })] };
  }
};

const toProblem = (text: string, { field, message, at }: Fault): ConfigProblem => {
  const before = text.slice(0, at).split('\n');
  const [line, column] = [before.length, before[before.length - 1].length + 1];
  return { field, message: `${field === '' ? 'It' : `\`${field}\``} ${message} (line ${line}, column ${column})`, line, column };
};

type Wrong = ReadonlySet<string>;

const member = (node: JsonNode | undefined, name: string): JsonNode | undefined => (node?.kind === 'object' ? node.members.find((known) => known.name === name)?.value : undefined);

const textOf = (node: JsonNode | undefined, field: string, wrong: Wrong): string | undefined => (node?.kind === 'text' && !wrong.has(field) ? node.text : undefined);

const textsOf = (node: JsonNode | undefined, field: string, wrong: Wrong): string[] =>
  node?.kind === 'array' ? node.items.flatMap((item, index) => textOf(item, `${field}[${index}]`, wrong) ?? []) : [];

/** Wrong in itself or anywhere below. A client that lacks what was meant, such as `from`, would be believed of other calls, too. */
const isWrong = (field: string, wrong: Wrong): boolean => [...wrong].some((known) => known === field || known.startsWith(`${field}.`));

const toConfig = (node: JsonNode, wrong: Wrong): ScanConfig => {
  const part = (name: keyof ScanConfig): JsonNode | undefined => (wrong.has(name) ? undefined : member(node, name));
  const [clients, rules] = [part('clients'), part('rules')];
  return {
    clients: clients?.kind === 'array' ? clients.items.flatMap((item, index) => (isWrong(`clients[${index}]`, wrong) ? [] : makeClient(toClient(item), index))) : [],
    rules: Object.fromEntries(ruleIds.flatMap((id) => {
      const said = textOf(member(rules, id), `rules.${id}`, wrong);
      const level = said === 'off' ? said : severities.find((severity) => severity === said);
      return level === undefined ? [] : [[id, level] as const];
    })),
    ignore: textsOf(part('ignore'), 'ignore', wrong),
    entries: textsOf(part('entries'), 'entries', wrong),
  };
};

const nothing: Wrong = new Set();

/** Of a client that is right as a whole. */
const toClient = (node: JsonNode): ClientConfig => {
  const text = (name: string): string | undefined => textOf(member(node, name), name, nothing);
  const texts = (name: string): string[] => textsOf(member(node, name), name, nothing);
  const kind = text('kind');
  return {
    name: text('name') ?? '', kind: kind === 'request' || kind === 'process' ? kind : 'query', from: texts('from'), reads: texts('reads'), writes: texts('writes'), instead: text('instead') ?? null,
  };
};
