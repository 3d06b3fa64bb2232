import type { Problem } from '../model/problem.ts';

const isWall = (problems: readonly Problem[]): boolean => problems.some(({ code }) => code === 'wall-time');

/** What is wrong with the comparison of two runs by what their files say of time. */
export const tellTimes = (before: readonly Problem[], after: readonly Problem[]): Problem[] =>
  (isWall(before) === isWall(after) ? [] : [{ code: 'times-differ', message: 'One profile counts CPU time, the other the time that passed: what differs may be waiting' }]);
