/** Red, green, blue, 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)` over a background; `null` for anything else. */
export function parseColor(text: string, background: Rgb): Rgb | null {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim());
  if (hex) return parseHex(hex[1], background);
  const parts = /^rgba?\(([^)]*)\)$/i.exec(text.trim())?.[1].split(/[\s,/]+/).map(Number);
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return null;
  return mix([parts[0], parts[1], parts[2]], background, parts[3] ?? 1);
}

function parseHex(digits: string, background: Rgb): Rgb | null {
  const wide = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (wide.length !== 6 && wide.length !== 8) return null;
  const channel = (at: number): number => Number.parseInt(wide.slice(at, at + 2), 16);
  return mix([channel(0), channel(2), channel(4)], background, wide.length === 8 ? channel(6) / 255 : 1);
}

/** `share` of `color`, the rest of `other`. */
export const mix = (color: Rgb, other: Rgb, share: number): Rgb =>
  [color[0] * share + other[0] * (1 - share), color[1] * share + other[1] * (1 - share), color[2] * share + other[2] * (1 - share)];

/** One opaque pixel, little-endian. */
export const toPixel = ([red, green, blue]: Rgb): number => ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
export const toCss = ([red, green, blue]: Rgb): string => `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;

/** WCAG 2: 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const linear = (channel: number): number => (channel <= 10.3 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
