import { categoryWords } from './category-words.ts';
import type { ProfileModel } from './profile-model.ts';

/** Whose code it is: the npm package of a dependency, otherwise the kind of code. */
export function originOf(model: ProfileModel, func: number): string {
  const category = model.category(func);
  return (category === 'dependency' && model.packageName(func)) || categoryWords[category];
}
