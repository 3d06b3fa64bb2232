import type { NoteReader } from '../callgraph/note-reader.ts';
import type { NotedPlace } from '../callgraph/occurrences.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import type { RuleContext, RuleHit } from './rule.ts';

/** Notes `<Posts …>`: what React calls by itself. */
export const renderedReader: NoteReader = {
  rule: 'n-plus-one-resolver',
  nodes: ['JSXOpeningElement'],
  read(node, names) {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(node.name.name)) return null;
    const id = names.lookup(node.name.name);
    return id === undefined ? null : { terms: { component: { kind: 'binding', id } } };
  },
};

/** An async component that is rendered once per element and asks a database each time. */
export const judgeRendered = ({ file, note: { span, terms: { component } }, loops }: NotedPlace, { linker, summaries }: RuleContext): RuleHit | null => {
  const loop = loops.findLast((candidate) => multiplies(linker, candidate, { event: { usage: 'value' } }));
  if (!loop || component.kind !== 'binding') return null;
  const name = `<${file.bindingNames[component.id]}>`;
  for (const value of linker.values(file, component)) {
    const facts = value.kind === 'function' ? value.file.functions[value.id] : null;
    const query = value.kind === 'function' && facts?.isAsync ? summaries.of(value.file, facts).query : null;
    if (!query || query.effect.batched || query.effect.client.kind !== 'query') continue;
    return {
      span,
      kind: 'query',
      client: query.effect.client.id,
      message: `\`${name}\` is rendered once per element of \`${loop.over}\`, and asks \`${query.effect.label}\` (${query.effect.client.name}) each time: one query each.`,
      severity: 'warning',
      chain: [{ file: file.path, span, label: name }, ...query.hops],
      advice: 'Ask once for all in the component that has the list, and hand each element its part; or load through a DataLoader made for the request (`cache()`).',
    };
  }
  return null;
};
