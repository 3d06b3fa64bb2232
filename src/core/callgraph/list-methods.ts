import { elementFunctions } from '../catalogue/element-functions.ts';
import { elementsOf } from './list-elements.ts';
import type { Value } from './value.ts';

/** Methods of lists that call their function once per element. */
const perElement = new Set(['map', 'forEach', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'reduce', 'reduceRight', 'mapAsync', 'forEachAsync']);
/** The same as functions, of libraries and projects that give them these names: `async.eachLimit(items, 5, fn)`. */
const perElementFunctions = new Set([
  'each', 'eachSeries', 'eachLimit', 'eachOf', 'eachOfSeries', 'eachOfLimit', 'forEachSeries', 'forEachLimit', 'forEachOf', 'mapSeries', 'mapLimit', 'mapValues', 'pMap', 'pMapSeries', 'pFilter',
  'concatMap', 'mergeMap', 'asyncMap', 'asyncForEach', 'mapConcurrently', 'concurrentMap', 'eachAsync', 'promiseMap', 'filterLimit', 'filterSeries',
]);
const sequentialOnes = new Set(['reduce', 'reduceRight', 'eachSeries', 'eachOfSeries', 'forEachSeries', 'mapSeries', 'pMapSeries', 'concatMap', 'filterSeries', 'eachAsync']);
const keepElements = new Set(['filter', 'slice', 'sort', 'reverse', 'concat', 'toSorted', 'toReversed', 'splice', 'values']);
const giveElement = new Set(['find', 'at', 'pop', 'shift', 'findLast']);

export const isElementCallback = (name: string): boolean => perElement.has(name) || perElementFunctions.has(name);

/** A package's function by what it is, not by its name here: `import atMost from 'p-map'`. */
export const isElementFunction = (value: Value): boolean => {
  const names = value.kind === 'external' ? elementFunctions.get(value.module) : undefined;
  const name = value.kind === 'external' ? value.path.filter((part) => part !== 'default') : [];
  return names !== undefined && (names.length === 0 ? name.length === 0 : names.includes(name.at(-1) ?? ''));
};

export const isSequential = (name: string): boolean => sequentialOnes.has(name);

const asList = (value: Value): Value => {
  const of = value.kind === 'list' ? [] : elementsOf(value);
  return of.length > 0 ? { kind: 'list', of, fixed: false } : value;
};

/** What a list's own method gives, and what `Object.values` and its like give of something written out. */
export const listResult = (name: string, receivers: readonly Value[], firstArgument: () => readonly Value[]): readonly Value[] =>
  receivers.map(asList).flatMap((value): readonly Value[] => {
    if (value.kind === 'list') return giveElement.has(name) ? value.of : keepElements.has(name) ? [value] : name === 'map' ? [{ kind: 'list', of: [], fixed: value.fixed }] : [];
    if (value.kind !== 'external' || value.module !== '' || value.path[0] !== 'Object') return [];
    if (name === 'freeze') return firstArgument();
    if (!/^(?:keys|values|entries)$/.test(name)) return [];
    return firstArgument().some((given) => given.kind === 'object' && given.term.members.size > 0 && given.term.spreads.length === 0) ? [{ kind: 'list', of: [], fixed: true }] : [];
  });
