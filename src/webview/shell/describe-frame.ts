import { categories } from '../../core/model/profile.ts';
import type { Category } from '../../core/model/profile.ts';
import { formatCount, formatShare } from '../../core/report/format-numbers.ts';
import { rankFunction } from '../../core/report/rank-function.ts';
import { mostIdleForCounts, orderSentences, sayCalls, sayLines, sayMapping, sayNumbers, saySplit } from '../../core/report/say-function.ts';
import { shareError } from '../../core/model/share-error.ts';
import { readOutCompared } from '../compare/describe-compared.ts';
import type { LineEntry } from '../../protocol/engine.ts';
import { findNeighbours } from '../model/neighbours.ts';
import type { Neighbour } from '../model/neighbours.ts';
import { originOf } from '../model/origin.ts';
import { formatQuantity, shareOf, wholeOf } from '../model/quantity.ts';
import type { Shown } from './shown.ts';

const mostEdges = 4;

/** What the engine adds to a frame's description. */
export interface FrameDetail {
  readonly lines: readonly LineEntry[];
  /** See `Engine.samples`. */
  readonly evenSamples: number;
}

/** The rows of the editor's hover in its order, of the scope; then, where the pointer is, this frame and its place. The first one is the name. */
export function describeFrame(shown: Shown, func: number, row: number, detail: FrameDetail): readonly string[] {
  const { model, view: { functions, tree } } = shown;
  const idle = model.category(func) === 'idle';
  const edges = findNeighbours(tree, func);
  const collected = edges.callees.find((callee) => model.category(callee.func) === 'gc');
  const here = row > 0 && tree.func[row] === func && tree.total[row] < functions.total[func] ? `Through these callers ${formatQuantity(tree.total[row], model.unit)}` : '';
  const lines = detail.lines.filter(({ line }) => line > 0).sort((a, b) => b.self - a.self);
  return [
    ...orderSentences({
      name: idle || func === 0 ? model.name(func) : `${model.name(func)} — ${rankFunction(shareOf(functions.self[func], functions))}`,
      stale: shown.facts.stale,
      numbers: idle ? `${formatQuantity(functions.self[func], model.unit)} of waiting; shares leave it out` : sayTimes(shown, func, detail.evenSamples),
      lines: sayLines(lines, functions.self[func], (word) => word),
      calledBy: sayEdges('Called by', edges.callers, shown),
      calls: sayCalls(sayEdges('Calls', edges.callees.filter((callee) => callee !== collected), shown), collected ? formatQuantity(collected.total, model.unit) : ''),
      mapping: model.category(func) === 'own' ? sayMapping(model.mapping(func)) : '',
      split: saySplit(sumCategories(shown), wholeOf(functions), 'The run'),
      run: shown.facts.run,
    }).flat(),
    here,
    func === 0 ? '' : [originOf(model, func), model.place(func)].filter((part) => part !== '').join(' · '),
  ].filter((text) => text !== '');
}

function sumCategories({ model, view: { functions } }: Shown): readonly { readonly name: Category; readonly self: number }[] {
  const sums = categories.map((name) => ({ name, self: 0 }));
  functions.self.forEach((self, func) => { sums[model.functions.category[func]].self += self; });
  return sums;
}

function sayTimes({ facts, model, view: { functions } }: Shown, func: number, evenSamples: number): string {
  const { self, total, samples, all, idle } = functions;
  const counted = functions.samples.reduce((sum, each) => sum + each, 0);
  const selfShare = shareOf(self[func], functions);
  return sayNumbers({
    self: formatQuantity(self[func], model.unit), total: formatQuantity(total[func], model.unit), selfShare, shareError: shareError(selfShare, evenSamples),
    samples: Math.round(samples[func]), ofSamples: idle > all * mostIdleForCounts ? null : Math.round(counted),
  }, facts.whole);
}

function sayEdges(word: string, edges: readonly Neighbour[], { model }: Shown): string {
  const said = edges.slice(0, mostEdges).map(({ func, total }) => `${model.name(func)} ${formatQuantity(total, model.unit)}`);
  const more = edges.length > mostEdges ? ` · ${formatCount(edges.length - mostEdges)} more` : '';
  return said.length > 0 ? `${word} ${said.join(' · ')}${more}` : '';
}

/** One line for those who can't see the picture. */
export function readOut({ model, view: { functions, tree }, compared }: Shown, func: number, row: number): string {
  if (compared) return readOutCompared(model, compared, func, row);
  const total = row >= 0 && tree.func[row] === func ? tree.total[row] : functions.total[func];
  const parts = [model.name(func), `${formatQuantity(total, model.unit)} total`, formatShare(shareOf(total, functions)), `${formatQuantity(functions.self[func], model.unit)} self in all calls`, originOf(model, func), model.place(func)];
  return parts.filter((part) => part !== '').join(', ');
}
