import { callFrameShape } from '../call-frame-shape.ts';
import type { FrameSet } from '../frame-set.ts';
import { array, loosely, number, object, type ObjectShape, type Shape, text, type Verdict } from '../json/shape.ts';
import { emptyEvent, type TraceEvent } from './trace-event.ts';

/** An event of a trace. What another kind of event keeps under the same names is stepped over if it looks different. */
export function eventShape(frames: FrameSet, take: (event: TraceEvent) => Verdict): ObjectShape {
  let event = emptyEvent();
  const data = object({
    startTime: loosely(number((value) => { event.startTime = value; })),
    endTime: loosely(number((value) => { event.endTime = value; })),
    cpuProfile: loosely(object({
      nodes: array(nodeShape(frames, () => event)),
      samples: array(number((id) => void event.samples.push(id))),
      endTime: loosely(number((value) => { event.endTime = value; })),
    })),
    timeDeltas: loosely(array(number((delta) => void event.deltas.push(delta)))),
    lines: loosely(array(loosely(number((line) => void event.lines.push(line))))),
  });
  return object({
    name: loosely(text((row) => { event.name = row; })),
    ph: loosely(text((row) => { event.phase = row; })),
    pid: loosely(number((value) => { event.pid = value; })),
    tid: loosely(number((value) => { event.tid = value; })),
    id: loosely(text((row) => { event.id = row; })),
    ts: loosely(number((value) => { event.time = value; })),
    dur: loosely(number((value) => { event.duration = value; })),
    args: loosely(object({ name: loosely(text((row) => { event.title = row; })), data: loosely(data) })),
  }, {
    begin: () => { event = emptyEvent(); },
    end: () => take(event),
  });
}

function nodeShape(frames: FrameSet, event: () => TraceEvent): Shape {
  const none = { id: -1, parent: -1, func: -1 };
  let node = none;
  return object({
    id: number((id) => { node.id = id; }),
    parent: number((id) => { node.parent = id; }),
    callFrame: callFrameShape(frames, (func) => { node.func = func; }),
  }, {
    begin: () => { node = { ...none }; },
    end: () => {
      if (node.id < 0 || node.func < 0) return { code: 'missing-field', message: `A node has no ${node.id < 0 ? 'id' : 'callFrame'}` };
      event().nodeIds.push(node.id);
      event().nodeParents.push(node.parent);
      event().nodeFunctions.push(node.func);
      return undefined;
    },
  });
}
