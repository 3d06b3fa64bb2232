/** A letter of a part: `*` any number, `?` any one, else the letter itself or what it is asked. */
export type GlobLetter = string | ((letter: string) => boolean);
/** The parts of a glob; `**` is any number of folders. */
export type GlobParts = readonly (ArrayLike<GlobLetter> | '**')[];

/** Whether items fit a pattern in order, a star any number of them. The last star alone is tried again, so no pattern is slow. */
const fitsInOrder = <P, I>(pattern: ArrayLike<P>, items: ArrayLike<I>, star: P, fits: (one: P, item: I) => boolean): boolean => {
  let [at, next, starAt, from] = [0, 0, -1, 0];
  while (at < items.length) {
    if (next < pattern.length && pattern[next] === star) {
      starAt = next++;
      from = at;
    } else if (next < pattern.length && fits(pattern[next], items[at])) {
      at++;
      next++;
    } else if (starAt >= 0) {
      next = starAt + 1;
      at = ++from;
    } else return false;
  }
  while (next < pattern.length && pattern[next] === star) next++;
  return next === pattern.length;
};

const fitsLetter = (one: GlobLetter, letter: string): boolean => (typeof one === 'string' ? one === '?' || one === letter : one(letter));
const fitsPart = (part: ArrayLike<GlobLetter>, name: string): boolean => fitsInOrder(part, name, '*', fitsLetter);

/** Whether a path, relative and split at its slashes, fits the parts of a glob. */
export const matchParts = (parts: GlobParts, names: readonly string[]): boolean => fitsInOrder<GlobParts[number], string>(parts, names, '**', fitsPart);

/** Whether a path, relative and with forward slashes, fits a glob: `*` and `?` stay within a folder, `**` is any number of folders. */
export const matchGlob = (glob: string, path: string): boolean => matchParts(glob.replace(/^\.?\//, '').split('/'), path.split('/'));
