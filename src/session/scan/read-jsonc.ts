const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
};

const endOfComment = (text: string, start: number): number => {
  const block = text[start + 1] === '*';
  const end = text.indexOf(block ? '*/' : '\n', start + 2);
  return end < 0 ? text.length : end + (block ? 2 : 0);
};

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** The parts of a text that are JSON; comments are blanks, so offsets stay. One pass: a text can't make it slow. */
const withoutComments = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') at = endOfString(text, at);
    else if (text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = endOfComment(text, at);
      kept.push(text.slice(from, at), blank(text.slice(at, end)));
      from = at = end;
    } else at++;
  }
  return kept.join('') + text.slice(from);
};

const withoutLastCommas = (text: string): string => {
  const kept: string[] = [];
  let from = 0;
  let comma = -1;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (/\s/.test(letter)) continue;
    if ((letter === ']' || letter === '}') && comma >= 0) {
      kept.push(text.slice(from, comma), ' ');
      from = comma + 1;
    }
    comma = letter === ',' ? at : -1;
    if (letter === '"') at = endOfString(text, at) - 1;
  }
  return kept.join('') + text.slice(from);
};

/** JSON as editors and compilers take it: with comments, commas at the end and a byte order mark. Throws a SyntaxError as `JSON.parse` does. */
export const readJsonc = (text: string): unknown => JSON.parse(withoutLastCommas(withoutComments(text.replace(/^\uFEFF/, ' '))));
