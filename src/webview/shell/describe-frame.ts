import { formatCount, formatShare } from '../../core/report/format-numbers.ts';
import { rankFunction } from '../../core/report/rank-function.ts';
import { mostIdleForCounts, sayMapping, sayNumbers } from '../../core/report/say-function.ts';
import { shareError } from '../../core/model/share-error.ts';
import { describeCompared, readOutCompared } from '../compare/describe-compared.ts';
import { findNeighbours } from '../model/neighbours.ts';
import type { Neighbour } from '../model/neighbours.ts';
import { originOf } from '../model/origin.ts';
import { formatQuantity, shareOf, wholeWords } from '../model/quantity.ts';
import type { Shown } from './panel.ts';

const mostEdges = 4;

/** The same rows in the same order as the editor's hover; what is missing is left out. The first one is the name. */
export function describeFrame(shown: Shown, func: number, row: number): readonly string[] {
  const { model, view, compared } = shown;
  if (compared) return describeCompared(model, compared, func, row);
  const { functions, tree } = view;
  const idle = model.category(func) === 'idle';
  const edges = findNeighbours(tree, func);
  const here = row > 0 && tree.func[row] === func && tree.total[row] < functions.total[func] ? `Through these callers ${formatQuantity(tree.total[row], model.unit)}` : '';
  const name = idle || func === 0 ? model.name(func) : `${model.name(func)} — ${rankFunction(shareOf(functions.self[func], functions))}`;
  return [
    name,
    shown.facts.stale,
    idle ? `${formatQuantity(functions.self[func], model.unit)} of waiting; shares leave it out` : sayTimes(shown, func),
    here,
    sayEdges('Called by', edges.callers, shown),
    sayEdges('Calls', edges.callees, shown),
    func === 0 ? '' : [originOf(model, func), model.place(func)].filter((part) => part !== '').join(' · '),
    model.category(func) === 'own' ? sayMapping(model.mapping(func)) : '',
  ].filter((text) => text !== '');
}

function sayTimes({ model, view: { functions } }: Shown, func: number): string {
  const { self, total, samples, all, idle } = functions;
  const counted = functions.samples.reduce((sum, each) => sum + each, 0);
  const waiting = idle > all * mostIdleForCounts;
  const selfShare = shareOf(self[func], functions);
  const busySamples = all > 0 ? counted * (1 - idle / all) : 0;
  return sayNumbers({
    self: formatQuantity(self[func], model.unit), total: formatQuantity(total[func], model.unit), selfShare,
    shareError: shareError(selfShare, busySamples), samples: Math.round(samples[func]), ofSamples: waiting ? null : Math.round(counted),
  }, wholeWords[model.unit]);
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
