import { bindings } from './bindings.ts';
import type { Command } from './bindings.ts';
import { nameKey } from './name-key.ts';

const commandOf: ReadonlyMap<string, Command> = new Map(bindings.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)));

/** Runs what a key stands for, unless a field takes the key as text. */
export function listenForKeys(page: Document, run: (command: Command) => boolean): void {
  page.addEventListener('keydown', (event) => {
    const command = commandOf.get(nameKey(event));
    if (!command || event.defaultPrevented || takesText(event.target)) return;
    if (run(command)) event.preventDefault();
  });
}

const takesText = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type !== 'checkbox';
