import { type ConnectionMakers, connectionMakers } from '../catalogue/connections.ts';
import type { Linker } from '../callgraph/linker.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';

const byModule = new Map<string, ConnectionMakers[]>();
for (const makers of connectionMakers) for (const module of makers.modules) byModule.set(module, [...(byModule.get(module) ?? []), makers]);

/** `new Pool()`, `createClient()`, `mongoose.connect()`: by the package the name comes from; a class of the project that extends a client is one, too. */
export const findMadeConnection = (linker: Linker, { file, event: { term } }: Occurrence): ConnectionMakers | null => {
  if (term.kind !== 'new' && term.kind !== 'call') return null;
  for (const value of linker.values(file, term.callee)) {
    if (value.kind !== 'external') continue;
    const path = value.path[0] === 'default' && value.path.length > 1 ? value.path.slice(1) : value.path;
    const name = path.join('.') || 'default';
    const found = byModule.get(value.module)?.find(({ makes }) => makes.includes(name));
    if (found) return found;
  }
  return null;
};
