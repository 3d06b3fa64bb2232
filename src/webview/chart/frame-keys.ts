import type { FlameBoxes } from '../../core/layout/view.ts';
import { boxAt, callerBox, siblingBox, widestCallee } from './find-box.ts';

/** Where an arrow key leads from a box: the caller, the widest callee, the neighbours. The same box where there is nothing. */
export function moveBox(boxes: FlameBoxes, box: number, key: string, upward: boolean): number | null {
  const step = steps.get(upward ? (flipped.get(key) ?? key) : key);
  if (!step) return null;
  if (box < 0) return boxAt(boxes, 0, boxes.edges[0] ?? 0);
  const next = step(boxes, box);
  return next < 0 ? box : next;
}

const steps: ReadonlyMap<string, (boxes: FlameBoxes, box: number) => number> = new Map([
  ['ArrowUp', callerBox],
  ['ArrowDown', widestCallee],
  ['ArrowLeft', (boxes: FlameBoxes, box: number) => siblingBox(boxes, box, -1)],
  ['ArrowRight', (boxes: FlameBoxes, box: number) => siblingBox(boxes, box, 1)],
]);
const flipped: ReadonlyMap<string, string> = new Map([['ArrowUp', 'ArrowDown'], ['ArrowDown', 'ArrowUp']]);

export interface CameraStep {
  /** Of what is in sight; 1 = no zoom. */
  readonly factor: number;
  /** Of the width. */
  readonly share: number;
}

/** W and S zoom, A and D move, as in a game. */
export const cameraKeys: ReadonlyMap<string, CameraStep> = new Map([
  ['w', { factor: 0.7, share: 0 }], ['s', { factor: 1 / 0.7, share: 0 }], ['+', { factor: 0.7, share: 0 }], ['-', { factor: 1 / 0.7, share: 0 }],
  ['a', { factor: 1, share: -0.2 }], ['d', { factor: 1, share: 0.2 }],
]);
