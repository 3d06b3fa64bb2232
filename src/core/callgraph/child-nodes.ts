import type { TSESTree } from '@typescript-eslint/types';

const notChildren = new Set(['type', 'loc', 'range', 'parent', 'comments', 'tokens', 'typeAnnotation', 'typeParameters', 'typeArguments', 'returnType']);

const isNode = (value: unknown): value is TSESTree.Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isInOrder = (nodes: readonly TSESTree.Node[]): boolean => nodes.every(({ range }, index) => index === 0 || nodes[index - 1].range[0] <= range[0]);

/** The nodes directly below one, types left out, in the order of the text; parsers differ in the order of a node's fields. */
export const childNodes = (node: TSESTree.Node): TSESTree.Node[] => {
  const children: TSESTree.Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (notChildren.has(key) || typeof value !== 'object') continue;
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return isInOrder(children) ? children : children.sort((a, b) => a.range[0] - b.range[0]);
};
