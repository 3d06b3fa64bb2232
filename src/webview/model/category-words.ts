import type { Category } from '../../core/model/profile.ts';

/** What the kinds of code are called. */
export const categoryWords: Readonly<Record<Category, string>> = {
  own: 'own code',
  dependency: 'dependencies',
  node: 'Node',
  native: 'native',
  gc: 'garbage collection',
  program: 'program',
  idle: 'idle',
};
