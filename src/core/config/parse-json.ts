/** A value of a JSON text and where it stands; offsets are UTF-16 units. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly start: number; readonly text: string }
  | { readonly kind: 'number' | 'boolean' | 'null'; readonly start: number; readonly value: unknown };

export interface JsonMember {
  readonly name: string;
  readonly start: number;
  readonly value: JsonNode;
}

export class JsonError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Far more than any settings need. */
const deepest = 100;
const blank = /(?:[\s\uFEFF]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads JSON as editors and compilers take it, with comments, commas at the end and a byte order mark, so that every value knows its place. Throws a `JsonError`. */
export const parseJson = (source: string): JsonNode => {
  const reader = new JsonReader(source);
  const node = reader.value(0);
  reader.skip();
  if (reader.at < source.length) throw new JsonError('there is text after its end', reader.at);
  return node;
};

/** What a text says, without places: as `JSON.parse` gives it. */
export const plainValue = (node: JsonNode): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'text':
      return node.text;
    default:
      return node.value;
  }
};

class JsonReader {
  at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  skip(): void {
    this.#take(blank);
  }

  value(depth: number): JsonNode {
    this.skip();
    const start = this.at;
    if (depth > deepest) throw new JsonError(`it is nested deeper than ${deepest}`, start);
    if (this.#eat('{')) return { kind: 'object', start, members: this.#list('}', () => this.#member(depth)) };
    if (this.#eat('[')) return { kind: 'array', start, items: this.#list(']', () => this.value(depth + 1)) };
    if (this.#source[start] === '"') return { kind: 'text', start, text: this.#text() };
    const found = this.#take(word);
    if (found === '') throw new JsonError('a value is missing', start);
    const value: unknown = JSON.parse(found);
    return { kind: value === null ? 'null' : typeof value === 'boolean' ? 'boolean' : 'number', start, value };
  }

  #member(depth: number): JsonMember {
    this.skip();
    const start = this.at;
    const name = this.#text();
    this.skip();
    if (!this.#eat(':')) throw new JsonError('":" is missing', this.at);
    return { name, start, value: this.value(depth + 1) };
  }

  #list<Item>(end: string, read: () => Item): Item[] {
    const items: Item[] = [];
    for (;;) {
      this.skip();
      if (this.#eat(end)) return items;
      items.push(read());
      this.skip();
      if (!this.#eat(',') && this.#source[this.at] !== end) throw new JsonError(`"," or "${end}" is missing`, this.at);
    }
  }

  #text(): string {
    const found = this.#take(text);
    if (found === '') throw new JsonError(this.#source[this.at] === '"' ? 'a text does not end or holds what none may' : 'a name in quotes is missing', this.at);
    return String(JSON.parse(found));
  }

  #eat(letter: string): boolean {
    if (this.#source[this.at] !== letter) return false;
    this.at++;
    return true;
  }

  #take(expression: RegExp): string {
    expression.lastIndex = this.at;
    const found = expression.exec(this.#source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
