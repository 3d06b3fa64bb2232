import type { TSESTree } from '@typescript-eslint/types';
import type { NotedPlace } from '../callgraph/occurrences.ts';
import { type Backtracking, mayBacktrack } from '../syntax/regexps/find-backtracking.ts';
import type { RuleContext, RuleHit } from './rule.ts';

const textOf = (node: TSESTree.Node | undefined): string | null => (node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null);

/** `/source/flags` of an expression that is written out and may backtrack. */
export const readLiteral = (node: TSESTree.Node): string | null => {
  if (node.type === 'Literal' && 'regex' in node) return mayBacktrack(node.regex.pattern) ? `/${node.regex.pattern}/${node.regex.flags}` : null;
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return null;
  const [pattern, flags] = node.arguments;
  const source = textOf(pattern);
  const written = flags === undefined ? '' : textOf(flags);
  return source !== null && written !== null && mayBacktrack(source) ? `/${source}/${written}` : null;
};

const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** `'ab' + 'c'.repeat(30) + '!'`. */
const attackText = ({ power, before, repeated, after }: Backtracking): string =>
  [before && quoted(before), `${quoted(repeated)}.repeat(${power === Infinity ? 40 : 50_000})`, after && quoted(after)].filter((part) => part !== '').join(' + ');

const growth = ({ power }: Backtracking): string => {
  if (power === Infinity) return 'each further character multiplies the time';
  return power === 2 ? 'twice the text takes four times as long' : `twice the text takes ${2 ** power} times as long`;
};

/** The function it stands in, and where a name holds it those that use the name. */
const users = ({ file, inside, root, note: { terms: { kept } } }: NotedPlace) => [
  inside, root,
  ...(kept?.kind === 'binding' ? file.functions.filter(({ events }) => events.some(({ term }) => term.kind === 'call' && [term.callee.kind === 'member' ? term.callee.object : term.callee, ...term.args].some((used) => used.kind === 'binding' && used.id === kept.id))) : []),
];

/** An expression on which some text takes exponential time, or, where a request may bring such a text, a power of its length. */
export const judgeBacktracking = (place: NotedPlace, { linker, requests }: RuleContext): RuleHit | null => {
  const { file, note: { detail, span } } = place;
  if (typeof detail !== 'string') return null;
  const end = detail.lastIndexOf('/');
  const attack = linker.host.backtracking(detail.slice(1, end), detail.slice(end + 1));
  const way = users(place).map((facts) => requests.wayTo(facts)).find((found) => found !== null) ?? null;
  const isExponential = attack?.power === Infinity;
  if (!attack || (!isExponential && !way)) return null;
  const strong = isExponential ? 'warning' : 'info';
  return {
    span,
    kind: 'computing',
    message: `This regular expression tries the same characters in many ways: on \`${attackText(attack)}\` ${growth(attack)}, and nothing else is answered meanwhile.`,
    severity: way ? strong : 'info',
    onRequest: way !== null,
    chain: [...(way ?? []), { file: file.path, span, label: 'RegExp' }],
    advice: 'Write it so that each text can be read in one way only: no repetition within a repetition, no neighbours that take the same characters. Or refuse texts beyond a length first.',
  };
};
