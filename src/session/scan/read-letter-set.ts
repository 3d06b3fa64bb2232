type Letters = (letter: string) => boolean;

/** A set of letters, and where the pattern goes on behind it. */
export interface LetterSet {
  readonly fits: Letters;
  readonly end: number;
}

const named = new Map<string, RegExp>(Object.entries({
  alnum: /[a-z\d]/i, alpha: /[a-z]/i, blank: /[ \t]/, cntrl: /[\0-\x1f\x7f]/, digit: /\d/, graph: /[!-~]/, lower: /[a-z]/, print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /[\t-\r ]/, upper: /[A-Z]/, xdigit: /[a-f\d]/i,
}));

/** `[:digit:]` from its `[`; `undefined` when it is just a bracket, `null` when no class is called so. */
const readNamed = (pattern: string, at: number): LetterSet | null | undefined => {
  const close = pattern.startsWith('[:', at) ? pattern.indexOf(']', at + 2) : -1;
  if (close < at + 3 || pattern[close - 1] !== ':') return undefined;
  const letters = named.get(pattern.slice(at + 2, close - 1));
  return letters ? { fits: (letter) => letters.test(letter), end: close + 1 } : null;
};

/** One letter, with a backslash before it or not. */
const readLetter = (pattern: string, at: number): { readonly letter: string; readonly end: number } => {
  const from = pattern[at] === '\\' ? at + 1 : at;
  return { letter: pattern.charAt(from), end: from + 1 };
};

/** A letter, `a-z` or `[:digit:]`. The first of a range belongs to it, also when the last stands before it. */
const readMember = (pattern: string, at: number): LetterSet | null => {
  const group = readNamed(pattern, at);
  if (group !== undefined) return group;
  const first = readLetter(pattern, at);
  const isRange = pattern[first.end] === '-' && pattern[first.end + 1] !== ']';
  const last = isRange ? readLetter(pattern, first.end + 1) : first;
  return last.letter === '' ? null : { fits: (letter) => letter === first.letter || (letter > first.letter && letter <= last.letter), end: last.end };
};

/** `[a-z]`, `[!a]` or `[^a]` as git reads them, from its `[`; `null` when it does not close. A bracket that closes right behind the first is one of the letters. */
export const readLetterSet = (pattern: string, at: number): LetterSet | null => {
  const isOpposite = pattern[at + 1] === '!' || pattern[at + 1] === '^';
  const members: Letters[] = [];
  let end = isOpposite ? at + 2 : at + 1;
  while (members.length === 0 || pattern[end] !== ']') {
    const member = readMember(pattern, end);
    if (member === null) return null;
    members.push(member.fits);
    end = member.end;
  }
  return { fits: (letter) => members.some((fits) => fits(letter)) !== isOpposite, end: end + 1 };
};
