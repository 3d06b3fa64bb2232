import { fileKey } from './decorations/index-heat.ts';
import { openPlace } from './open-place.ts';
import type { Services } from './services.ts';

/** Opens a line (1-based, as recorded) of a file the open recording speaks of; nothing else is reachable this way. */
export async function openLocation(file: unknown, line: unknown, { state, documents }: Pick<Services, 'state' | 'documents'>): Promise<void> {
  if (typeof file !== 'string' || typeof line !== 'number' || !Number.isSafeInteger(line)) return;
  const { opened, heat } = state.current;
  if (opened && heat.has(fileKey(file))) await openPlace(file, line, opened, { documents });
}
