export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `Ctrl+Shift+Z`, `?`: Shift is named only beside another modifier or a named key, for letters carry it themselves. */
export function nameKey({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): string {
  const ctrl = ctrlKey || metaKey;
  const shift = shiftKey && (ctrl || altKey || key.length > 1);
  const name = shift && key.length === 1 ? key.toUpperCase() : key;
  return `${ctrl ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}
