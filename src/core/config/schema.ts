/** The part of JSON Schema that a configuration needs. */
export type Schema = { readonly description?: string; readonly default?: string } & (
  | { readonly type: 'string'; readonly enum?: readonly string[]; readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string; readonly patternErrorMessage?: string }
  | { readonly type: 'array'; readonly items: Schema; readonly maxItems: number }
  | ObjectSchema
);

export interface ObjectSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}
