import type { Rgb } from './color.ts';

export type ThemeKind = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

/** The editor's colours as numbers, for what is drawn on a canvas. */
export interface Theme {
  readonly kind: ThemeKind;
  readonly isHighContrast: boolean;
  readonly background: Rgb;
  readonly foreground: Rgb;
  readonly own: Rgb;
  readonly dependency: Rgb;
  readonly gc: Rgb;
  /** Around boxes; only high contrast has one. */
  readonly border: Rgb | null;
  readonly focus: Rgb;
  readonly found: Rgb;
  readonly font: string;
}
