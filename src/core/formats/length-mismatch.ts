import type { Complaint } from './json/shape.ts';

/** Two columns of a file that must be equally long are not; `noun` is the second one's, in the plural. */
export const lengthMismatch = (samples: number, others: number, noun: string): Complaint =>
  ({ code: 'length-mismatch', message: `Samples and ${noun} differ in number: ${samples} and ${others}` });
