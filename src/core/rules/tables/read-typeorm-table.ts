import { decoratorName } from '../../callgraph/callee-name.ts';
import type { ClassFacts, DecoratorFacts, FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term } from '../../callgraph/terms.ts';
import type { Table } from './table.ts';

const isTrue = (term: Term | undefined, name: string): boolean => {
  const member = term?.kind === 'object' ? term.members.get(name) : undefined;
  return member?.kind === 'text' && member.text === 'true';
};

const keyDecorators = new Set(['PrimaryColumn', 'PrimaryGeneratedColumn', 'ObjectIdColumn', 'Index', 'Unique', 'Generated']);
const columnDecorators = new Set(['Column', 'CreateDateColumn', 'UpdateDateColumn', 'DeleteDateColumn', 'VersionColumn']);

/** `@Index(['a', 'b'])`, `@Index('name', ['a'])` → `a`; `null` for what is computed. */
const firstColumn = ({ args }: DecoratorFacts): string | null => {
  const list = args.find(({ kind }) => kind === 'array');
  const first = list?.kind === 'array' ? list.items[0] : undefined;
  return first?.kind === 'text' ? first.text : null;
};

/** Reads one class of the chain into the sets; `false` when an index can't be read. */
const readClass = (file: FileFacts, { fields, decorators }: ClassFacts, columns: Set<string>, leading: Set<string>): boolean => {
  for (const [name, field] of fields) {
    const names = field.decorators.map((decorator) => decoratorName(file, decorator));
    const options = field.decorators.flatMap(({ args }) => args);
    if (names.some((found) => columnDecorators.has(found))) columns.add(name);
    if (names.some((found) => keyDecorators.has(found)) || options.some((term) => isTrue(term, 'unique') || isTrue(term, 'primary'))) leading.add(name);
  }
  const indexes = decorators.filter((decorator) => /^(?:Index|Unique)$/.test(decoratorName(file, decorator)));
  const first = indexes.map(firstColumn);
  for (const column of first) if (column !== null) leading.add(column);
  return !first.includes(null);
};

/** Some class of the file declares an index by itself. */
export const declaresIndexes = (file: FileFacts): boolean =>
  file.classes.some(({ decorators, fields }) => [...decorators, ...[...fields.values()].flatMap((field) => field.decorators)].some((decorator) => /^(?:Index|Unique)$/.test(decoratorName(file, decorator))));

const longestChain = 6;

/** The table of an entity, with what its base classes give it; `null` when it is none, or an index is not written out. */
export const readTypeormTable = (linker: Linker, file: FileFacts, classId: number): Table | null => {
  const facts = file.classes[classId];
  if (!facts.decorators.some((decorator) => /^(?:Entity|ChildEntity)$/.test(decoratorName(file, decorator)))) return null;
  const columns = new Set<string>();
  const leading = new Set<string>();
  let at = { file, facts };
  for (let steps = 0; steps < longestChain; steps++) {
    if (!readClass(at.file, at.facts, columns, leading)) return null;
    if (at.facts.superClass.kind === 'unknown') break;
    const base = linker.values(at.file, at.facts.superClass).find(({ kind }) => kind === 'class' || kind === 'external' || kind === 'shape');
    if (!base) return null;
    if (base.kind !== 'class') break;
    at = { file: base.file, facts: base.file.classes[base.id] };
  }
  return { name: facts.name, file: file.path, span: facts.span, columns, leading };
};
