import type { Table } from './table.ts';

interface Block {
  readonly kind: string;
  readonly name: string;
  readonly body: string;
  /** From 1. */
  readonly line: number;
}

/** Blocks of a schema. Without texts (`@default("{}")`) and comments their bodies hold no braces. */
const blocksOf = (text: string): Block[] => {
  const plain = text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""').replaceAll(/\/\/[^\n]*/g, '');
  return [...plain.matchAll(/^[ \t]*(model|view|enum|datasource|generator|type)[ \t]+(\w+)[ \t]*\{([^}]*)\}/gm)].map(({ 1: kind, 2: name, 3: body, index }) => ({
    kind, name, body, line: plain.slice(0, index).split('\n').length + (/^\s*\n/.test(plain.slice(index)) ? 1 : 0),
  }));
};

/** `[a(sort: Desc), b]` → `a`. */
const firstOf = (list: string): string => /^\s*(\w+)/.exec(list)?.[1] ?? '';

const scalars = new Set(['String', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Bytes']);

const readModel = (file: string, { name, body, line }: Block, indexesForeignKeys: boolean): Table => {
  const columns = new Set<string>();
  const leading = new Set<string>();
  for (const text of body.split('\n')) {
    const field = /^\s*(\w+)\s+(\w+)(\[\])?\??(.*)$/.exec(text);
    const block = /^\s*@@(?:id|unique|index)\s*\(\s*(?:fields:\s*)?\[([^\]]*)\]/.exec(text);
    const foreign = /@relation\(.*?fields:\s*\[([^\]]*)\]/.exec(text);
    if (block) leading.add(firstOf(block[1]));
    if (foreign && indexesForeignKeys) leading.add(firstOf(foreign[1]));
    if (!field) continue;
    if (scalars.has(field[2]) && !field[3]) columns.add(field[1]);
    if (/@(?:id|unique)\b/.test(field[4])) leading.add(field[1]);
  }
  return { name, file, span: { line, column: 1, endLine: line, endColumn: `model ${name}`.length + 1 }, columns, leading };
};

/** The tables of a `schema.prisma`. Fields of relations get no index by themselves, except in MySQL, where foreign keys have one. */
export const readPrismaSchema = (file: string, text: string, provider = providerOf(text)): Table[] => {
  const indexesForeignKeys = provider === 'mysql' && !/relationMode\s*=\s*"prisma"/.test(text);
  return blocksOf(text).flatMap((block) => (block.kind === 'model' ? [readModel(file, block, indexesForeignKeys)] : []));
};

/** `postgresql`, `mysql`, …; empty when the schema names none, as one of several files. */
export const providerOf = (text: string): string => /datasource\s+\w+\s*\{[^}]*?provider\s*=\s*"(\w+)"/.exec(text)?.[1] ?? '';
