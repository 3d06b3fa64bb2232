import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A folder with these files; `removeProjects` takes it away. */
export function makeProject(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-project-')));
  made.push(root);
  for (const [path, content] of Object.entries(files)) writeInto(root, path, content);
  return root;
}

export function writeInto(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

export function removeProjects(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** A query per element, in line 4 from column 31. */
export const queryInLoop = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function load(ids: string[]) {
  for (const id of ids) await prisma.user.findFirst({ where: { id } });
}
`;
