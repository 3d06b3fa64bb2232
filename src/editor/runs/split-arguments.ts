/**
 * A line of arguments as an argv array: blanks part, single and double quotes keep together, a backslash before a quote,
 * a blank or a backslash takes it literally (other backslashes are kept: Windows paths). Nothing is expanded.
 */
export function splitArguments(line: string): string[] {
  const args: string[] = [];
  let current: string | null = null;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    const next = line[at + 1] ?? '';
    if (character === '\\' && quote !== "'" && /["'\\\s]/.test(next)) {
      current = (current ?? '') + next;
      at++;
    } else if (quote ? character === quote : character === '"' || character === "'") {
      quote = quote ? '' : character;
      current ??= '';
    } else if (!quote && /\s/.test(character)) {
      if (current !== null) args.push(current);
      current = null;
    } else current = (current ?? '') + character;
  }
  return current === null ? args : [...args, current];
}

/** The inverse, for editing a remembered argv. */
export const joinArguments = (args: readonly string[]): string =>
  args.map((arg) => (arg !== '' && !/[\s"'\\]/.test(arg) ? arg : `"${arg.replace(/["\\]/g, '\\$&')}"`)).join(' ');
