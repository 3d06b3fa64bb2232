import type { FlameBoxes } from './view.ts';

/** Where a box begins and ends on the x axis. */
export const startOf = ({ edges, left }: FlameBoxes, box: number): number => edges[left[box]];
export const endOf = ({ edges, right }: FlameBoxes, box: number): number => edges[right[box]];
