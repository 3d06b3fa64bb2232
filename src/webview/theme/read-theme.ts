import { parseColor } from './color.ts';
import type { Rgb } from './color.ts';
import type { Theme, ThemeKind } from './theme.ts';

/** By kind, where a theme leaves a colour out: colour-blind safe like the heat's own scale. */
const fallbacks: Readonly<Record<ThemeKind, readonly [background: Rgb, foreground: Rgb, own: Rgb, dependency: Rgb, gc: Rgb, focus: Rgb]>> = {
  dark: [[31, 31, 31], [204, 204, 204], [242, 154, 63], [74, 134, 197], [177, 128, 215], [0, 120, 212]],
  light: [[255, 255, 255], [59, 59, 59], [207, 106, 10], [63, 134, 198], [101, 45, 144], [0, 95, 184]],
  'high-contrast': [[0, 0, 0], [255, 255, 255], [255, 174, 66], [108, 182, 255], [177, 128, 215], [243, 133, 24]],
  'high-contrast-light': [[255, 255, 255], [41, 41, 41], [154, 74, 0], [31, 95, 158], [101, 45, 144], [0, 111, 191]],
};

/** Reads the theme off the page: the class of the body and the variables of the document. */
export function readTheme({ body, documentElement }: Document): Theme {
  const kind = kindOf(body.classList);
  const style = getComputedStyle(documentElement);
  const [background, foreground, own, dependency, gc, focus] = fallbacks[kind];
  const ground = parseColor(style.getPropertyValue('--vscode-editor-background'), background) ?? background;
  const color = (name: string, fallback: Rgb): Rgb => parseColor(style.getPropertyValue(`--vscode-${name}`), ground) ?? fallback;
  const isHighContrast = kind.startsWith('high-contrast');
  return {
    kind,
    isHighContrast,
    background: ground,
    foreground: color('foreground', foreground),
    own: color('flameline-heat5', own),
    dependency: color('flameline-heat1', dependency),
    gc: color('charts-purple', gc),
    border: isHighContrast ? color('contrastBorder', foreground) : null,
    focus: color('focusBorder', focus),
    found: color('editor-findMatchBorder', color('charts-yellow', focus)),
    font: `11px ${style.getPropertyValue('--vscode-font-family') || 'system-ui, sans-serif'}`,
  };
}

function kindOf(classes: DOMTokenList): ThemeKind {
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Calls back when the editor changed its theme: it changes the body's class and the document's variables. */
export function watchTheme(page: Document, changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(page.body, { attributeFilter: ['class'] });
  observer.observe(page.documentElement, { attributeFilter: ['style', 'class'] });
}
