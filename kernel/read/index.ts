import { forgetFrames } from './frames';
import { writeLiterals } from './literals';

export { countFrames, forgetFrames, isFull } from './frames';
export { childEndsAt, fieldsAt, framesAt, hitsAt, idsAt, inputAt, inputMost, numbersAt, rowsAt, textStartsAt, tickCountsAt, tickEndsAt, tickLinesAt } from './memory';
export { countChildren, countNodes, countTicks, mapFrames, readNodes } from './nodes';
export { countNumbers, readNumbers } from './numbers';

writeLiterals();
forgetFrames();
