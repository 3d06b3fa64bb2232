import type { Page } from 'playwright-core';

/** How a visible line of the active editor looks. */
export interface LineLook {
  /** 1-based, as the margin shows it. */
  readonly line: number;
  readonly text: string;
  /** What decorations put behind the code. */
  readonly after: string;
  /** Colour behind the whole line; empty for the editor's own. */
  readonly background: string;
  /** Whether the glyph margin shows a picture. */
  readonly glyph: boolean;
  /** Pixels from the top of the text. */
  readonly top: number;
}

// Runs in the page. Lines, margin and overlays are separate layers that share their vertical places.
const script = `(() => {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor');
  const rows = (selector) => [...editor.querySelectorAll(selector)].map((node) => ({ node, top: parseFloat(node.style.top) }));
  const at = (list, top) => list.find((row) => row.top === top)?.node;
  const margin = rows('.margin-view-overlays > div');
  const overlays = rows('.view-overlays > div');
  const glyphs = rows('.glyph-margin-widgets .cgmr');
  const pseudo = (node) => getComputedStyle(node, '::after').content;
  const shown = (content) => (content === 'none' || content === 'normal' ? '' : content.replace(/^"|"$/g, '').replaceAll('\\\\"', '"').replaceAll('\\u00a0', ' '));
  const coloured = (node) => [...(node?.querySelectorAll('.cdr') ?? [])].map((part) => getComputedStyle(part).backgroundColor).find((colour) => colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') ?? '';
  return rows('.view-lines > .view-line').map(({ node, top }) => ({
    line: Number(at(margin, top)?.querySelector('.line-numbers')?.textContent ?? 0),
    text: node.textContent.replaceAll('\\u00a0', ' '),
    after: [...node.querySelectorAll('span')].map(pseudo).map(shown).join('').trim(),
    background: coloured(at(overlays, top)),
    glyph: at(glyphs, top) !== undefined,
    top,
  })).sort((one, other) => one.line - other.line);
})()`;

/** The lines that are on screen, from the top. */
export const readLines = (page: Page): Promise<LineLook[]> => page.evaluate<LineLook[]>(script);
