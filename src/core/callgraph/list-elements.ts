import { shapeElements } from './ask-catalogue.ts';
import type { Value } from './value.ts';

/** What the elements of a value are: those of a list, or of a client's answer that holds several. */
export const elementsOf = (value: Value): readonly Value[] => {
  if (value.kind === 'list') return value.of;
  const element = value.kind === 'shape' ? shapeElements(value.client, value.shape) : null;
  return element ? [element] : [];
};

/** Only lists that are written out: their length does not grow with data. */
export const isFixed = (values: readonly Value[]): boolean => values.length > 0 && values.every((value) => value.kind === 'list' && value.fixed);
