import { findIdleEntry } from '../../session/index.ts';
import type { Analysis } from '../../session/index.ts';

/** What is said after a run: a run that shows nothing needs a word, a summary is for a window that is not looked at. */
export function chooseMessage(analysis: Analysis, file: string, focused: boolean): 'entry' | 'summary' | 'nothing' {
  if (findIdleEntry(analysis, file)) return 'entry';
  return focused ? 'nothing' : 'summary';
}
