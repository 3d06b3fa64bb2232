import type TypeScript from 'typescript';
import type { Compiler } from './parse-source.ts';

/** A namespace is erased when nothing in it, however deep, exists at run time. */
const hasRuntimePart = (ts: Compiler, node: TypeScript.ModuleDeclaration): boolean => {
  const stack: TypeScript.Node[] = node.body ? [node.body] : [];
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (ts.isModuleBlock(part)) stack.push(...part.statements);
    else if (ts.isModuleDeclaration(part)) stack.push(...(part.body ? [part.body] : []));
    else if (!ts.isInterfaceDeclaration(part) && !ts.isTypeAliasDeclaration(part)) return true;
  }
  return false;
};

/** The TypeScript construct at this node that can't be run by erasing types, in words; `null` when it can. As Node's own stripping refuses them. */
export const findBlocker = (ts: Compiler, node: TypeScript.Node): string | null => {
  if (ts.isEnumDeclaration(node)) return 'an enum';
  if (ts.isModuleDeclaration(node)) return hasRuntimePart(ts, node) ? 'a namespace' : null;
  if (ts.isParameter(node)) return ts.getModifiers(node)?.length ? 'a parameter property' : null;
  if (ts.isDecorator(node)) return 'a decorator';
  if (ts.isImportEqualsDeclaration(node)) return node.isTypeOnly ? null : '`import … = …`';
  if (ts.isExportAssignment(node)) return node.isExportEquals ? '`export =`' : null;
  if (ts.isTypeAssertionExpression(node)) return 'a `<Type>value` assertion';
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return 'JSX';
  return null;
};
