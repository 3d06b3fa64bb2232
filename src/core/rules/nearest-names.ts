/** Letters to add, take away or replace. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at++) {
    const above = row;
    row = [at];
    for (let to = 1; to <= b.length; to++) row.push(Math.min(above[to] + 1, row[to - 1] + 1, above[to - 1] + Number(a[at - 1] !== b[to - 1])));
  }
  return row[b.length];
};

/** The names most like one that is none of them, nearest first: at most three; all of them when none is like it. */
export const nearestNames = (name: string, names: readonly string[]): readonly string[] => {
  const short = name.slice(0, 60);
  const ranked = names.map((known) => ({ known, apart: distance(short.toLowerCase(), known.toLowerCase()) })).toSorted((a, b) => a.apart - b.apart);
  const near = ranked.filter(({ known, apart }) => apart <= Math.max(2, known.length / 3)).slice(0, 3);
  return near.length > 0 ? near.map(({ known }) => known) : names;
};

/** `a, b or c`. */
export const listNames = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
