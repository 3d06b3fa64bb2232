export { sumCalls } from './calls';
export { sumFiles, sumRest, sumTicks } from './lines';
export { countRows, createTable, firstAt, samplesAt, secondAt, usAt } from './pairs';
export { place } from './room';
export { mapRows, sumCollections, sumSelf } from './self';
