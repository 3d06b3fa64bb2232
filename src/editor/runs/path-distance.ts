/** Folders to go up and down from one file to another: what imports a module mostly lies near it. */
export function pathDistance(from: string, to: string): number {
  const [up, down] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  let common = 0;
  while (common < up.length && common < down.length && up[common] === down[common]) common++;
  return up.length + down.length - 2 * common;
}
