import type { TSESTree } from '@typescript-eslint/types';
import { nodesBelow } from './find-place.ts';

/** Every name a file uses, for whatever. */
export const namesOf = (program: TSESTree.Program): Set<string> => {
  const names = new Set<string>();
  for (const node of nodesBelow(program)) if (node.type === 'Identifier') names.add(node.name);
  return names;
};

/** The name, or with a number where it is taken; taken from then on. */
export function takeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let at = 2; taken.has(name); at++) name = `${wanted}${at}`;
  taken.add(name);
  return name;
}

export const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const uncapitalize = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
