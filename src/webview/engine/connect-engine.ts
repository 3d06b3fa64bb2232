import { isBottomUp, isBoxes, isChartOrNull, isDifference, isLines, isNothing, isNumber, isOverview, isSandwich, isScopeViewOrNull } from '../../protocol/engine-shapes.ts';
import { type Engine, engineMethods } from '../../protocol/engine.ts';
import { listBuffers } from '../../protocol/list-buffers.ts';
import { connect, Handover, type Port } from '../../protocol/peer.ts';

/** The page's end; `dispose` rejects what is pending. */
export interface ConnectedEngine extends Engine {
  dispose(reason: string): void;
}

export function connectEngine(port: Port): ConnectedEngine {
  const peer = connect(port, new Map());
  return {
    // Functions and texts stay here as well: the page names what it draws.
    open: async (data) => {
      await peer.request(engineMethods.open, new Handover(data, listBuffers(data.lanes)), isNothing);
    },
    setScope: (scope) => peer.request(engineMethods.setScope, scope, isScopeViewOrNull),
    chart: (lane) => peer.request(engineMethods.chart, lane, isChartOrNull),
    overview: (steps) => peer.request(engineMethods.overview, steps, isOverview),
    leftHeavy: () => peer.request(engineMethods.leftHeavy, null, isBoxes),
    sandwich: (func) => peer.request(engineMethods.sandwich, func, isSandwich),
    callers: (parent) => peer.request(engineMethods.callers, parent, isBottomUp),
    lines: (func) => peer.request(engineMethods.lines, func, isLines),
    samples: () => peer.request(engineMethods.samples, null, isNumber),
    difference: (beforeLanes) => peer.request(engineMethods.difference, beforeLanes, isDifference),
    dispose: (reason) => peer.dispose(reason),
  };
}
