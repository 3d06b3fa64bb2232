import { multiplies } from '../../callgraph/multiplies.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { LoopContext } from '../../callgraph/occurrences.ts';
import { isSmallByName } from './small-lists.ts';

/** `i < count` may be anything, `i < 3` not. */
const isCountedByNumber = ({ kind, over }: LoopContext): boolean => kind !== 'for' || /[<>]=?\s*\d+\b|^[A-Z_]+$/.test(over) || !/[<>]/.test(over);

const words = (over: string): readonly string[] => over.match(/[A-Za-z_$][\w$]*/g) ?? [];

const nameOfOver = (over: string): readonly string[] => words(over.replace(/^Object\.(?:keys|values|entries)\(|\.(?:keys|values|entries)\(\)/g, '').replace(/\(.*$/s, ''));

/** Goes over something that grows with data, as far as its tags, its list and its name say. */
export const isDataLoop = (linker: Linker, loop: LoopContext): boolean => {
  const tags = loop.tags.filter((tag) => tag !== 'condition' || isCountedByNumber(loop));
  if (tags.includes('delay') || tags.includes('fallback') || isSmallByName(nameOfOver(loop.over))) return false;
  return multiplies(linker, { ...loop, tags }, { event: { usage: 'value' } });
};
