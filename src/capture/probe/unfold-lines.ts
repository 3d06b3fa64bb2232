// Taken before the program runs: it may replace JSON later.
const { parse, stringify } = JSON;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const comment = /\n?\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)\s*$/;

/** After these a line break changes nothing, wherever a token begins: no rule of JavaScript forbids one there. */
const breakable: ReadonlySet<string> = new Set(';{},([?:&|=<>+-*%^!~.');
const canBreak = (code: string, at: number): boolean => breakable.has(code[at - 1]) || code.endsWith('else ', at);

/** The numbers of one mapping: column, source, line, column, name; each but the first may be missing, all relative. */
const decode = (segment: string): number[] => {
  const values: number[] = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = alphabet.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    values.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return values;
};

/** A mapping's text with its column at the beginning of a line. */
const atLineStart = (segment: string): string => {
  let end = 0;
  while (alphabet.indexOf(segment[end]) & 32) end++;
  return `A${segment.slice(end + 1)}`;
};

interface Unfolded {
  readonly code: string;
  readonly mappings: string;
}

/** Breaks one generated line before each mapping that begins another original line, where that is allowed. */
const unfoldLine = (code: string, mappings: string, original: { line: number }): Unfolded => {
  const segments = mappings === '' ? [] : mappings.split(',');
  let [text, map, from, column, printed] = ['', '', 0, 0, -1];
  for (const [index, segment] of segments.entries()) {
    const [columns, , lines = 0] = decode(segment);
    column += columns;
    original.line += lines;
    const isNew = original.line !== printed && index > 0 && column > from;
    if (isNew && canBreak(code, column)) {
      text += `${code.slice(from, column)}\n`;
      map += `;${atLineStart(segment)}`;
      from = column;
    } else map += (index > 0 ? ',' : '') + segment;
    if (index === 0 || from === column) printed = original.line;
  }
  return { code: text + code.slice(from), mappings: map };
};

const unfoldAll = (code: string, mappings: string): Unfolded => {
  const lines = code.split('\n');
  const maps = mappings.split(';');
  const original = { line: 0 };
  const unfolded = lines.map((line, at) => unfoldLine(line, maps[at] ?? '', original));
  return { code: unfolded.map((part) => part.code).join('\n'), mappings: unfolded.map((part) => part.mappings).join(';') };
};

/**
 * Gives code that a loader printed on one line its lines back: line breaks and nothing else are put in, where its inline
 * map says that another original line begins, and the map follows. Text without such a map comes back as it is.
 */
export const unfoldLines = (text: string): string => {
  const found = comment.exec(text);
  if (!found) return text;
  try {
    const map: { mappings: string } = parse(Buffer.from(found[1], 'base64').toString('utf8'));
    const { code, mappings } = unfoldAll(text.slice(0, found.index), map.mappings);
    const inline = Buffer.from(stringify({ ...map, mappings })).toString('base64');
    return `${code}\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${inline}`;
  } catch {
    return text;
  }
};
