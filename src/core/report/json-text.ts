import type { Problem } from '../model/problem.ts';

/** Six decimals: a nanosecond, a ten-thousandth of a percent. Hides the noise of adding floating point numbers. */
export const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** JSON leaves C1 controls, bidi and zero-width characters raw; a terminal would obey them. They occur only inside strings. */
export const escapeHidden = (json: string): string =>
  json.replace(/[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** How a problem stands in a document. */
export const problemOf = ({ code, message, file, byte, field }: Problem, show: (path: string) => string) => ({
  code, message, ...(file === undefined ? {} : { file: show(file) }), ...(byte === undefined ? {} : { byte }), ...(field === undefined ? {} : { field }),
});
