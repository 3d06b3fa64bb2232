import type { OpenedFlame } from '../../session/index.ts';
import { exportName } from './export-name.ts';
import { saveFile } from './save-file.ts';

const signature = [0x89, 0x50, 0x4e, 0x47];

/** Saves what the page has drawn; bytes that are no PNG are not written. */
export async function savePicture(png: Uint8Array, opened: Pick<OpenedFlame, 'path' | 'manifest'>): Promise<void> {
  if (signature.every((byte, at) => png[at] === byte)) await saveFile(exportName(opened, '.png'), { Pictures: ['png'] }, () => png);
}
