import type { FileFacts } from './facts.ts';
import { exportsMember } from './link-namespaces.ts';
import type { Links } from './links.ts';
import type { Value } from './value.ts';

/** What an import names: something of a project file, or of a package. */
export const importedValues = (links: Links, file: FileFacts, specifier: string, name: string): readonly Value[] => {
  const path = links.host.resolve(file.path, specifier);
  if (path === null) return [{ kind: 'external', module: links.host.packageName(file.path, specifier), path: name === '*' ? [] : [name] }];
  const target = links.host.facts(path);
  if (!target) return [];
  return name === '*' ? wholeModule(links, target) : links.exported(target, name);
};

const wholeModule = (links: Links, file: FileFacts): readonly Value[] => {
  const exported = file.exported.kind === 'unknown' ? [] : links.values(file, file.exported);
  return [{ kind: 'file', file }, ...exported];
};

/** What a file exports under a name, through re-exports; files that re-export each other in circles are asked once. */
export const exportedValues = (links: Links, file: FileFacts, name: string, seen = new Set<FileFacts>()): readonly Value[] => {
  seen.add(file);
  const module = links.catalogue.moduleOf(file.path, name);
  if (module !== null) return [{ kind: 'external', module, path: [name] }];
  const term = file.exports.get(name);
  if (term) return links.values(file, term);
  if (file.exported.kind !== 'unknown') {
    const whole = links.values(file, file.exported);
    return name === 'default' ? whole : whole.flatMap((value) => (value.kind === 'file' && value.file === file ? exportsMember(links, file, name) : links.member(value, name)));
  }
  for (const specifier of file.stars) {
    const path = links.host.resolve(file.path, specifier);
    const target = path === null ? null : links.host.facts(path);
    const found = target && !seen.has(target) ? exportedValues(links, target, name, seen) : [];
    if (found.length > 0) return found;
  }
  return exportsMember(links, file, name);
};
