/** The file kinds Node runs, by itself or through a loader. Declaration files hold nothing to run. */
export const isProgram = (path: string): boolean => /\.[cm]?[jt]sx?$/i.test(path) && !/\.d\.[cm]?ts$/i.test(path);

/** Why a document can't be profiled; empty when it can. */
export function refuseProgram({ scheme, path }: { readonly scheme: string; readonly path: string }): string {
  if (scheme === 'untitled') return 'Save this file first: Node runs the file on disk.';
  if (scheme !== 'file') return `Only files on disk can be profiled, not "${scheme.slice(0, 40)}:" documents.`;
  return isProgram(path) ? '' : 'Only JavaScript and TypeScript files can be profiled.';
}
