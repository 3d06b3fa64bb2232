import { visibleText } from '../../core/report/visible-text.ts';

/** Profile text as literal Markdown: every ASCII punctuation mark is escaped, so no link, image, code, HTML or bare address is left in it. */
export const escapeMarkdown = (text: string, limit?: number): string =>
  visibleText(text, limit).replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Profile text for places that turn `$(name)` into an icon: status bar, quick picks. */
export const escapeIcons = (text: string, limit?: number): string => visibleText(text, limit).replaceAll('$(', '\\$(');

/** Profile text for notifications, which turn `[text](target)` into links, also to commands. */
export const escapeLinks = (text: string, limit?: number): string => visibleText(text, limit).replaceAll('](', '] (');
