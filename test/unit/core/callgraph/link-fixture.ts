import assert from 'node:assert/strict';
import { Linker } from '../../../../src/core/callgraph/linker.ts';
import type { Value } from '../../../../src/core/callgraph/value.ts';
import { hostOf } from '../../../helpers/scan-case.ts';

const nameOf = (value: Value): string => {
  switch (value.kind) {
    case 'shape':
      return `${value.client.id} ${value.shape}`;
    case 'run':
      return `${value.client.id} ${value.access}`;
    case 'external':
      return `${value.module}:${value.path.join('.')}`;
    case 'file':
      return `file ${value.file.path}`;
    case 'function':
      return `function ${value.file.functions[value.id].name}`;
    case 'class':
    case 'instance':
      return `${value.kind} ${value.file.classes[value.id].name}`;
    case 'interface':
      return `interface ${value.name}`;
    case 'list':
      return `list of ${value.of.map(nameOf).join(' | ') || '?'}${value.fixed ? ', fixed' : ''}`;
    default:
      return value.kind;
  }
};

/** What `found` stands for in a drawn project, in words; it is a name at the top of `main.ts` (or `main.js`). */
export function linked(files: Readonly<Record<string, string>>): string {
  const host = hostOf(new Map(Object.entries(files)));
  const file = host.facts('main.ts') ?? host.facts('main.js');
  const binding = file?.names.get('found');
  assert.ok(file && binding !== undefined, 'main declares no name `found`');
  return [...new Set(new Linker(host).values(file, { kind: 'binding', id: binding }).map(nameOf))].join(' | ') || '?';
}
