/** What of an event of a trace is looked at; texts are rows of the text table, 0 = none. */
export interface TraceEvent {
  name: number;
  phase: number;
  pid: number;
  tid: number;
  id: number;
  /** µs; `NaN` when it does not say. */
  time: number;
  duration: number;
  /** What a thread or process is called. */
  title: number;
  startTime: number | null;
  endTime: number | null;
  readonly nodeIds: number[];
  /** -1 = none. */
  readonly nodeParents: number[];
  readonly nodeFunctions: number[];
  readonly samples: number[];
  readonly deltas: number[];
  /** 1-based, by sample; 0 = unknown. */
  readonly lines: number[];
}

export const emptyEvent = (): TraceEvent => ({
  name: 0, phase: 0, pid: 0, tid: 0, id: 0, time: NaN, duration: NaN, title: 0, startTime: null, endTime: null,
  nodeIds: [], nodeParents: [], nodeFunctions: [], samples: [], deltas: [], lines: [],
});
