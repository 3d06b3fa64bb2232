import type { Engine } from '../../protocol/engine.ts';
import type { Activity } from '../state/activity.ts';

/** The same engine, whose answers count as activity until they come. */
export function watchEngine(engine: Engine, activity: Activity): Engine {
  return {
    open: (data) => activity.until(engine.open(data)),
    setScope: (scope) => activity.until(engine.setScope(scope)),
    chart: (lane) => activity.until(engine.chart(lane)),
    overview: (steps) => activity.until(engine.overview(steps)),
    leftHeavy: () => activity.until(engine.leftHeavy()),
    sandwich: (func) => activity.until(engine.sandwich(func)),
    callers: (parent) => activity.until(engine.callers(parent)),
    lines: (func) => activity.until(engine.lines(func)),
    samples: () => activity.until(engine.samples()),
    difference: (beforeLanes) => activity.until(engine.difference(beforeLanes)),
  };
}
