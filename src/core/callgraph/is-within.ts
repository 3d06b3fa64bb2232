import type { FileFacts } from './facts.ts';

/** The function is the other one, or written in it; by their ids. */
export const isWithin = ({ functions }: FileFacts, inner: number, outer: number): boolean => {
  for (let at = inner; at >= 0; at = functions[at].parent) if (at === outer) return true;
  return false;
};
