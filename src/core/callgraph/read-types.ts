import type { TSESTree } from '@typescript-eslint/types';
import { type TypeTerm, unknownType } from './terms.ts';

type TypeNode = TSESTree.TypeNode;

const entityPath = (name: TSESTree.EntityName): readonly string[] => {
  if (name.type === 'Identifier') return [name.name];
  return name.type === 'TSQualifiedName' ? [...entityPath(name.left), name.right.name] : ['this'];
};

/** `typeof x`, `typeof x.y`: the value a name stands for is found by the caller. */
export type ValueOfName = (path: readonly string[]) => TypeTerm;

const readMembers = (members: readonly TSESTree.TypeElement[], valueOf: ValueOfName): ReadonlyMap<string, TypeTerm> => {
  const found = new Map<string, TypeTerm>();
  for (const member of members) {
    if ((member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') || member.key.type !== 'Identifier') continue;
    const written = member.type === 'TSMethodSignature' ? member.returnType : member.typeAnnotation;
    const type = readType(written?.typeAnnotation, valueOf);
    found.set(member.key.name, member.type === 'TSMethodSignature' ? { kind: 'result', type } : type);
  }
  return found;
};

/** A written type as far as it can name a client, a class or a list of them. */
export const readType = (node: TypeNode | undefined, valueOf: ValueOfName): TypeTerm => {
  switch (node?.type) {
    case 'TSTypeReference': {
      const path = entityPath(node.typeName);
      const args = (node.typeArguments?.params ?? []).map((arg) => readType(arg, valueOf));
      return (path[0] === 'Array' || path[0] === 'ReadonlyArray') && args.length === 1 ? { kind: 'list', of: args[0] } : { kind: 'named', path, args };
    }
    case 'TSArrayType':
      return { kind: 'list', of: readType(node.elementType, valueOf) };
    case 'TSUnionType':
    case 'TSIntersectionType':
      return { kind: 'union', options: node.types.map((type) => readType(type, valueOf)) };
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType' ? unknownType : valueOf(entityPath(node.exprName));
    case 'TSTypeLiteral':
      return { kind: 'members', members: readMembers(node.members, valueOf) };
    case 'TSFunctionType':
      return { kind: 'result', type: readType(node.returnType?.typeAnnotation, valueOf) };
    case 'TSTypeOperator':
      return readType(node.typeAnnotation, valueOf);
    default:
      return unknownType;
  }
};

export const readInterface = (node: TSESTree.TSInterfaceDeclaration, valueOf: ValueOfName): { members: ReadonlyMap<string, TypeTerm>; bases: TypeTerm[] } => ({
  members: readMembers(node.body.body, valueOf),
  bases: node.extends.map(({ expression, typeArguments }) => heritage(expression, typeArguments, valueOf)),
});

/** `extends Base<T>`, `implements Port`. */
export const heritage = (expression: TSESTree.Expression, typeArguments: TSESTree.TSTypeParameterInstantiation | undefined, valueOf: ValueOfName): TypeTerm => {
  const path: string[] = [];
  let node = expression;
  for (; node.type === 'MemberExpression' && node.property.type === 'Identifier'; node = node.object) path.unshift(node.property.name);
  if (node.type !== 'Identifier') return unknownType;
  return { kind: 'named', path: [node.name, ...path], args: (typeArguments?.params ?? []).map((arg) => readType(arg, valueOf)) };
};
