import type TypeScript from 'typescript';
import { parseSource, walk, type Compiler } from './parse-source.ts';

/** A function of a source text with its body; lines are 1-based and belong to it wholly. */
export interface FunctionRange {
  /** As V8 names it in simple cases; empty when it has none. */
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
}

type Body = { readonly body?: TypeScript.Node | undefined };

const nameText = (ts: Compiler, name: TypeScript.Node | undefined): string =>
  name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) ? name.text : '';

/** `const parse = () => …`, `parse: function () …`, `this.parse = () => …`. */
const givenName = (ts: Compiler, node: TypeScript.Node): string => {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return nameText(ts, parent.name);
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return '';
  return ts.isPropertyAccessExpression(parent.left) ? parent.left.name.text : nameText(ts, parent.left);
};

const functionName = (ts: Compiler, node: TypeScript.SignatureDeclaration): string => {
  if (ts.isConstructorDeclaration(node)) return nameText(ts, node.parent.name);
  return nameText(ts, node.name) || givenName(ts, node);
};

const hasBody = (node: TypeScript.SignatureDeclaration & Body): boolean => node.body !== undefined;

/** Every function, method, accessor, constructor and arrow that has a body, in the order of the text; none when the text can't be parsed. */
export const findFunctionRanges = (ts: Compiler, file: string, text: string): FunctionRange[] => {
  const source = parseSource(ts, file, text);
  const ranges: FunctionRange[] = [];
  if (!source) return ranges;
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  walk(ts, source, (node) => {
    if (ts.isTypeNode(node)) return 'skip';
    if (ts.isFunctionLike(node) && hasBody(node)) ranges.push({ name: functionName(ts, node), startLine: lineAt(node.getStart(source)), endLine: lineAt(node.end) });
    return undefined;
  });
  return ranges;
};
