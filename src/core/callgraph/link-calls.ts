import { shapeInstance, shapeResult, shapeValue } from './ask-catalogue.ts';
import type { FileFacts } from './facts.ts';
import { type Links, listOf, mostValues } from './links.ts';
import { listResult } from './list-methods.ts';
import type { Term } from './terms.ts';
import type { Value } from './value.ts';

/** What a call stands for: what its callee gives, or what a list's own method does. */
export const calledValues = (links: Links, file: FileFacts, { callee, args }: Extract<Term, { kind: 'call' }>): readonly Value[] => {
  if (callee.kind === 'member' && callee.name === 'bind') return links.values(file, callee);
  const given = links.values(file, callee).flatMap((value) => links.result(value));
  if (given.length > 0 || callee.kind !== 'member') return given;
  return listResult(callee.name, links.values(file, callee.object), () => links.values(file, args[0] ?? callee.object));
};

/** What calling a value gives. */
export const resultValues = (links: Links, value: Value): readonly Value[] => {
  switch (value.kind) {
    case 'shape':
      return listOf(shapeResult(value.client, value.shape, value.member));
    case 'external': {
      const known = links.catalogue.findExport(value.module, value.path);
      return known?.exported.gives === undefined ? [] : [shapeValue(known.client, known.exported.gives)];
    }
    case 'function':
      return functionResult(links, value.file, value.id);
    case 'result':
      return links.typeValues(value.file, value.type);
    case 'run':
      return value.answer === null ? [] : [shapeValue(value.client, value.answer)];
    default:
      return [];
  }
};

const functionResult = (links: Links, file: FileFacts, id: number): readonly Value[] => {
  const { returnType, returns } = file.functions[id];
  const written = links.typeValues(file, returnType);
  return written.length > 0 ? written : returns.slice(0, mostValues).flatMap((term) => links.values(file, term));
};

/** What `new` makes of a value, and what a value named as a type stands for. */
export const instanceValues = (links: Links, value: Value): readonly Value[] => {
  switch (value.kind) {
    case 'class':
      return [{ kind: 'instance', file: value.file, id: value.id }];
    case 'external': {
      const known = links.catalogue.findExport(value.module, value.path);
      const shape = known?.exported.type ?? known?.exported.gives;
      return known && shape !== undefined ? [shapeValue(known.client, shape)] : [];
    }
    case 'shape':
      return listOf(shapeInstance(value.client, value.shape));
    case 'function':
      return functionResult(links, value.file, value.id);
    case 'instance':
    case 'interface':
    case 'object':
      return [value];
    default:
      return [];
  }
};
