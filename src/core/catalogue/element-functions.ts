/** Packages whose functions call one they are given once per element of their first argument, whatever they are imported as; an empty list = what the package itself is. */
export const elementFunctions: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['p-map', 'p-map-series', 'p-each-series', 'p-filter', 'p-reduce', 'p-times', 'p-some', 'p-locate', 'p-every', 'each-limit', 'async-pool', 'tiny-async-pool', 'promise-map-series'].map((name): [string, string[]] => [name, []]),
  ['bluebird', ['map', 'mapSeries', 'each', 'filter', 'reduce']],
  ['async', ['map', 'mapSeries', 'mapLimit', 'each', 'eachSeries', 'eachLimit', 'eachOf', 'eachOfSeries', 'eachOfLimit', 'forEach', 'forEachSeries', 'forEachLimit', 'forEachOf', 'filter', 'filterSeries', 'filterLimit', 'concat', 'concatSeries', 'concatLimit', 'some', 'every', 'detect', 'reduce', 'transform', 'groupBy']],
  ['modern-async', ['map', 'mapLimit', 'mapSeries', 'forEach', 'forEachLimit', 'forEachSeries', 'filter', 'filterLimit', 'filterSeries', 'reduce']],
  ['radash', ['map', 'reduce', 'parallel']],
]);
