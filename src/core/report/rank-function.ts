/** The word beside a function's name, from its self share. "Hot" is what diagnostics report. */
export type Rank = 'hot' | 'warm' | 'cool';

const hotShare = 0.1;
const warmShare = 0.02;

export const rankFunction = (selfShare: number): Rank => (selfShare >= hotShare ? 'hot' : selfShare >= warmShare ? 'warm' : 'cool');
