/** A pattern to search with, or why not. */
export type CompiledPattern = { readonly ok: true; readonly matches: (text: string) => boolean } | { readonly ok: false; readonly reason: string };

/** So much of a text is searched, so many repetitions and so many optional or alternative parts may a pattern have: the worst of them takes a millisecond or so a text. */
const [mostSearched, mostRepetitions, mostOptions] = [100, 2, 6];

/**
 * A regular expression that can't hang. What makes matching exponential is refused: a repeated group that holds a repetition or a choice,
 * and references back.
 */
export function compilePattern(source: string, ignoreCase: boolean): CompiledPattern {
  const reason = findDanger(source);
  if (reason !== '') return { ok: false, reason };
  try {
    const pattern = new RegExp(source, ignoreCase ? 'i' : '');
    return { ok: true, matches: (text) => pattern.test(text.length > mostSearched ? text.slice(0, mostSearched) : text) };
  } catch {
    return { ok: false, reason: 'Not a regular expression' };
  }
}

/** One token each: an escape, a class, the beginning or the end of a group, a choice, a repetition, any other character. */
const token = /\\k<|\\[1-9]|\\[^]|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()|]|[*+]|\{\d+(?:,\d*)?\}|[^]/gu;
const isRepetition = (text: string): boolean => text === '*' || text === '+' || /^\{\d+(?:,\d*)?\}$/.test(text);

function findDanger(source: string): string {
  /** Of each open group: whether it holds a repetition or a choice. */
  const open = [false];
  let closed = false;
  let repetitions = 0;
  let options = 0;
  for (const [text] of source.matchAll(token)) {
    const inner = closed;
    closed = false;
    if (text === '\\k<' || /^\\[1-9]$/.test(text)) return 'References back to a group are not understood here';
    if (text.startsWith('(')) open.push(false);
    else if (text === ')') {
      closed = open.length > 1 && open.pop() === true;
      // What repeats inside repeats for the group around it too.
      if (closed) open[open.length - 1] = true;
      if (closed) options++;
    } else if (text === '|' || text === '?') {
      open[open.length - 1] = true;
      if (text === '?') options++;
    } else if (isRepetition(text)) {
      if (inner) return 'A repeated group may not hold a repetition or a choice';
      if (!/^\{\d+\}$/.test(text) && ++repetitions > mostRepetitions) return `At most ${mostRepetitions} repetitions are understood here`;
      open[open.length - 1] = true;
    }
  }
  return options > mostOptions ? `At most ${mostOptions} optional or alternative parts are understood here` : '';
}
