import type { EndReason } from '../../protocol/probe.ts';

/** Why a recording is partial, in words; empty = it is whole. */
export const endReasons: Readonly<Record<EndReason, string>> = {
  exit: '',
  'worker-exit': '',
  signal: 'a signal ended the program',
  stopped: 'it was stopped',
  duration: 'it was stopped after the asked time',
  crash: 'the program crashed',
};
