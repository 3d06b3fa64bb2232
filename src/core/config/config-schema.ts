import { severities } from '../model/finding.ts';
import { ruleIds } from '../rules/rule-ids.ts';
import type { ObjectSchema, Schema } from './schema.ts';

export const configName = 'flameline.config.json';

const texts = (description: string, item: Partial<Extract<Schema, { type: 'string' }>> = {}): Schema => ({
  type: 'array', description, maxItems: 500, items: { type: 'string', minLength: 1, maxLength: 200, ...item },
});

const calls = (description: string): Schema => texts(description, { pattern: '^[\\w$]+(?:\\.[\\w$]+)*$', patternErrorMessage: 'must be a name such as fetchOne or db.fetchOne' });

const client: ObjectSchema = {
  type: 'object',
  description: 'A client, or a wrapper of yours around one, whose calls are round trips.',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 80, description: 'As messages name it.' },
    kind: { type: 'string', enum: ['query', 'request', 'process'], default: 'query', description: 'What a call costs.' },
    from: texts('Packages, or files of the project as globs that begin with "./", which export the names. Without it the names are believed wherever nothing else is known of them.'),
    reads: calls('Calls that ask, by their exported names: fetchOne, db.fetchOne. A first name that is a class or makes objects stands for these, too.'),
    writes: calls('Calls that change something.'),
    instead: { type: 'string', minLength: 1, maxLength: 300, description: 'What to write instead of one call per element.' },
  },
  required: ['name'],
  additionalProperties: false,
};

const level: Schema = { type: 'string', enum: ['off', ...severities] };

/** What a `flameline.config.json` may hold: editors are given it, and files are checked against it. */
export const configSchema: ObjectSchema = {
  type: 'object',
  description: 'What Flameline looks for in this project, for everyone who works on it.',
  properties: {
    $schema: { type: 'string' },
    clients: { type: 'array', maxItems: 100, items: client, description: 'Clients and wrappers that Flameline does not know.' },
    rules: { type: 'object', description: 'Rules that are off here, or of another severity.', properties: Object.fromEntries(ruleIds.map((id) => [id, level])), additionalProperties: false },
    ignore: texts('Files that are not looked at, as globs: legacy/**, **/*.gen.ts. Calls are still followed into them.'),
    entries: texts('Files whose exported functions answer requests, as globs, where no router shows it.'),
  },
  additionalProperties: false,
};

/** As a file for editors. */
export const writeConfigSchema = (): string => `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title: configName, ...configSchema }, null, 2)}\n`;
