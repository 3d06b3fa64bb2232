import type { Category } from '../../core/model/profile.ts';

/** What is no code of anybody, and what to look at instead. */
const sentences: ReadonlyMap<Category, string> = new Map([
  ['gc', 'Garbage collection is work of V8 itself and has no lines. Its callers, named below, are what it interrupted.'],
  ['idle', 'The program waited here: nothing ran, so there are no lines.'],
  ['program', 'This is time of V8 and Node outside of any function, so there are no lines.'],
]);

/** Why a row can't have lines at all; empty for one that may. `func` 0 stands for the whole run. */
export const sayNoSource = (func: number, category: Category): string =>
  (func === 0 ? 'This stands for the whole run. Choose one of its functions to see its lines.' : (sentences.get(category) ?? ''));
