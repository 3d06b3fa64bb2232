import { fileRole } from './file-role.ts';
import type { ProjectHost } from './project-host.ts';
import type { Value } from './value.ts';

/** Classes of which a program has one object, which containers and contexts hand on without a type. */
const oneOfAKind = /(?:Service|Repository|Repo|Store|Dao|Gateway|Connector|DataSource|Manager|Model)$/;

/** `userService` is a `UserService` when nothing else is known of it and the project has one class of that name. */
export const classByName = (host: ProjectHost, name: string): Value | null => {
  if (!oneOfAKind.test(name)) return null;
  const className = name.replace(/^[_#]+/, '').replace(/^./, (first) => first.toUpperCase());
  const paths = host.filesWithClass(className).filter((path) => fileRole(path) === 'source');
  if (paths.length !== 1) return null;
  const file = host.facts(paths[0]);
  const found = file?.classes.find((facts) => facts.name === className);
  return file && found ? { kind: 'instance', file, id: found.id } : null;
};
