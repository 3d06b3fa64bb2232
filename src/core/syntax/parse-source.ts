import type TypeScript from 'typescript';

/** The compiler's namespace, handed in by whoever loaded it. */
export type Compiler = typeof TypeScript;

/** The syntax tree of a text whose ending says the language; `null` when it is nested deeper than the parser can follow. */
export const parseSource = (ts: Compiler, file: string, text: string): TypeScript.SourceFile | null => {
  const kind = /\.[cm]?[jt]s$/i.test(file) ? undefined : ts.ScriptKind.TSX;
  try {
    return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  } catch {
    return null;
  }
};

/** Visits every node before its children, without recursion; answering `skip` leaves a node's children out. */
export const walk = (ts: Compiler, root: TypeScript.Node, visit: (node: TypeScript.Node) => 'skip' | undefined): void => {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (visit(node) === 'skip') continue;
    const first = stack.length;
    ts.forEachChild(node, (child) => void stack.push(child));
    // The stack gives the last one first: turned round, nodes come in the order of the text.
    for (let low = first, high = stack.length - 1; low < high; low++, high--) [stack[low], stack[high]] = [stack[high], stack[low]];
  }
};
