import { shapeElements } from './ask-catalogue.ts';
import type { Value } from './value.ts';

/** What the elements of a value are: those of a list, or of a client's answer that holds several. */
export const elementsOf = (value: Value): readonly Value[] => {
  if (value.kind === 'list') return value.of;
  const element = value.kind === 'shape' ? shapeElements(value.client, value.shape) : null;
  return element ? [element] : [];
};
