import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** What an option takes, by its name without dashes. */
export type OptionKinds = Readonly<Record<string, 'value' | 'flag'>>;

export interface ParsedOptions {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
  /** What stands behind `--`. */
  readonly rest: readonly string[];
}

/** Reads a verb's arguments. An unknown option, a missing or an unasked value is a `UsageError`; of a repeated option the last counts. */
export function parseOptions(verb: string, args: readonly string[], kinds: OptionKinds): ParsedOptions {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const types = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]));
  const { tokens } = parseArgs({ args: [...own], options: types, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined) throw new UsageError(`Unknown option ${token.rawName}; \`flameline ${verb} --help\` lists the options`);
    if (kind === 'flag' && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
    if (kind === 'flag') flags.add(token.name);
    else values.set(token.name, valueOf(token.rawName, token.value, token.inlineValue));
  }
  return { values, flags, positionals, rest: end < 0 ? [] : args.slice(end + 1) };
}

/** The files and folders of a command, before and behind `--`. An empty one is a `UsageError`: most often a variable of the shell that is not set. */
export function readPaths({ positionals, rest }: ParsedOptions): readonly string[] {
  const paths = [...positionals, ...rest];
  if (paths.includes('')) throw new UsageError('An empty path was given; is a variable of the shell not set?');
  return paths;
}

function valueOf(name: string, value: string | undefined, inline: boolean | undefined): string {
  if (value === undefined || value === '' || (!inline && value.startsWith('--'))) throw new UsageError(`${name} needs a value`);
  return value;
}

/** The range a number option must lie in, and its unit for the sentence. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** `microseconds`; empty for a plain count. */
  readonly unit: string;
}

export function readNumber({ values }: ParsedOptions, name: string, { min, max, whole, unit }: NumberRange): number | undefined {
  const text = values.get(name);
  if (text === undefined) return undefined;
  const value = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new UsageError(`--${name} must be a ${whole ? 'whole ' : ''}number${unit && ` of ${unit}`} from ${min} to ${max}, not ${JSON.stringify(text)}`);
}

export function readChoice<Choice extends string>({ values }: ParsedOptions, name: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const text = values.get(name);
  const choice = text === undefined ? otherwise : choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${name} must be ${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]}, not ${JSON.stringify(text)}`);
}
