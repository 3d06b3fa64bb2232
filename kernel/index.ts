import { forgetFrames } from './frames';
import { writeLiterals } from './literals';

export { countFrames, forgetFrames, isFull } from './frames';
export { childEndsAt, fieldsAt, framesAt, hitsAt, idsAt, inputAt, inputMost, numbersAt, textStartsAt, tickCountsAt, tickEndsAt, tickLinesAt } from './memory';
export { countChildren, countNodes, countTicks, readNodes } from './nodes';
export { countNumbers, readNumbers } from './numbers';

writeLiterals();
forgetFrames();
