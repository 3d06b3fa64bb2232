import { formatTime } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { escapeMarkdown } from '../words/safe-text.ts';
import type { LocatedFinding } from './locate-finding.ts';
import { wordsOf } from './rule-words.ts';

/** What the hover needs to know besides the finding. */
export interface FindingContext {
  /** Markdown link target of a place of the finding. */
  readonly link: (file: string, line: number, column: number) => string;
  /** `src/rows.ts:12`. */
  readonly place: (file: string, line: number) => string;
  /** Measured at the finding's lines by the open recording; `null` when it measured nothing there. */
  readonly ms: number | null;
  /** What `ms` is of: `CPU time`, `wall time`. */
  readonly whole: string;
  /** Whether a recording is open at all. */
  readonly isMeasured: boolean;
  /** `[What this rule looks for](command:…)` … */
  readonly actions: readonly string[];
}

const mostHops = 12;

/** The hover's Markdown, below the message that the editor shows itself: rows in an order that never changes; what is missing is left out. */
export function describeFinding(finding: LocatedFinding, context: FindingContext): string {
  const { title, why, risk, tradeOff } = wordsOf(finding.rule);
  return [
    `**${escapeMarkdown(title)}** — ${sayMeasured(context)}`,
    sayChain(finding, context),
    line('Why', why),
    line('Instead', finding.advice),
    [line('Risk', risk), line('Price', tradeOff)].filter(Boolean).join('  \n'),
    finding.alsoMatches.length > 0 ? `Also seen by ${finding.alsoMatches.map((rule) => escapeMarkdown(rule)).join(', ')}` : '',
    context.actions.join(' · '),
  ].filter((part) => part !== '').join('\n\n');
}

function sayMeasured({ ms, isMeasured, whole }: FindingContext): string {
  if (ms !== null) return `${formatTime(ms)} of ${whole} here in the last run`;
  return isMeasured ? 'not seen in the last run' : 'found without running';
}

function sayChain({ chain, file, line: from }: LocatedFinding, { link, place }: FindingContext): string {
  const [first, ...rest] = chain;
  if (first === undefined || (rest.length === 0 && first.file === file && first.line === from)) return '';
  const hops = chain.slice(0, mostHops).map((hop) => `[${escapeMarkdown(hop.label, 60)}](${link(hop.file, hop.line, hop.column)}) ${escapeMarkdown(place(hop.file, hop.line), 80)}`);
  return `${hops.join('  \n→ ')}${chain.length > mostHops ? `  \n… ${chain.length - mostHops} more` : ''}`;
}

const line = (word: string, text: string): string => (text === '' ? '' : `*${word}:* ${sayCode(text)}`);

/** Text between backticks is shown as code, the rest as it is. Both come from source code and hold no Markdown of their own. */
function sayCode(text: string): string {
  const parts = text.split('`');
  const whole = parts.length % 2 === 1;
  return parts.map((part, index) => (whole && index % 2 === 1 && part.trim() !== '' ? `\`${codeText(part)}\`` : escapeMarkdown(part, 1_000))).join('');
}

/** Within a code span only a backtick ends it, and there is none in the part. */
const codeText = (part: string): string => visibleText(part.replaceAll(/\s+/g, ' '), 300);
