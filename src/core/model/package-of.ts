/** Whatever stands before it, the last `node_modules` counts: nested installs, and pnpm's `.pnpm/x@1.0.0/node_modules/x`. */
const installed = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/s;

/** The npm package a file lies in (`@scope/name` with a forward slash), empty when in none. Folders of tools such as `.vite` are none. */
export function packageOf(file: string): string {
  const name = installed.exec(file)?.[1] ?? '';
  return name.startsWith('.') ? '' : name.replace('\\', '/');
}
