import type { JsonNode } from './parse-json.ts';
import { listNames, nearestNames } from '../rules/nearest-names.ts';
import type { ObjectSchema, Schema } from './schema.ts';

/** What is wrong with a value, and where it begins. */
export interface Fault {
  /** `clients[0].reads[1]`; empty for the whole. */
  readonly field: string;
  /** Without the field's name. */
  readonly message: string;
  readonly at: number;
}

const kinds: Readonly<Record<Schema['type'], string>> = { string: 'a text', array: 'a list', object: 'an object' };
const found: Readonly<Record<JsonNode['kind'], string>> = { text: 'a text', number: 'a number', boolean: 'true or false', null: 'null', array: 'a list', object: 'an object' };
const fitting: Readonly<Record<Schema['type'], JsonNode['kind']>> = { string: 'text', array: 'array', object: 'object' };

/** Everything about a value that its schema does not allow, in the order of the text. */
export const checkConfig = (node: JsonNode, schema: Schema, field = ''): Fault[] => {
  const fault = (message: string): Fault[] => [{ field, message, at: node.start }];
  if (node.kind !== fitting[schema.type]) return fault(`must be ${kinds[schema.type]}, not ${found[node.kind]}`);
  if (schema.type === 'string' && node.kind === 'text') return checkText(node.text, schema).flatMap(fault);
  if (schema.type === 'array' && node.kind === 'array') {
    const many = node.items.length > schema.maxItems ? fault(`must hold at most ${schema.maxItems}, not ${node.items.length}`) : [];
    return [...many, ...node.items.flatMap((item, index) => checkConfig(item, schema.items, `${field}[${index}]`))];
  }
  return schema.type === 'object' && node.kind === 'object' ? checkMembers(node, schema, field) : [];
};

const checkText = (text: string, { enum: allowed, minLength = 0, maxLength = Infinity, pattern, patternErrorMessage }: Extract<Schema, { type: 'string' }>): string[] => {
  const said = JSON.stringify(text.slice(0, 60));
  if (allowed && !allowed.includes(text)) return [`must be ${listNames(allowed)}, not ${said}`];
  if (text.length < minLength) return ['must not be empty'];
  if (text.length > maxLength) return [`must be at most ${maxLength} letters long, not ${text.length}`];
  return pattern !== undefined && !new RegExp(pattern).test(text) ? [`${patternErrorMessage ?? `must fit ${pattern}`}, not ${said}`] : [];
};

const checkMembers = (node: Extract<JsonNode, { kind: 'object' }>, { properties, required = [] }: ObjectSchema, field: string): Fault[] => {
  const below = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const seen = new Set<string>();
  const faults = node.members.flatMap(({ name, start, value }): Fault[] => {
    if (seen.has(name)) return [{ field: below(name), message: 'is written twice', at: start }];
    seen.add(name);
    if (Object.hasOwn(properties, name)) return checkConfig(value, properties[name], below(name));
    return [{ field: below(name.slice(0, 60)), message: `is unknown; allowed: ${listNames(nearestNames(name, Object.keys(properties)))}`, at: start }];
  });
  const missing = required.filter((name) => !seen.has(name)).map((name): Fault => ({ field: below(name), message: 'is missing', at: node.start }));
  return [...missing, ...faults];
};
