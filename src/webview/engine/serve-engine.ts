import { isFlameData, isNothing, isNumber, isNumberOrNull, isViewScope } from '../../protocol/engine-shapes.ts';
import { engineMethods } from '../../protocol/engine.ts';
import { listBuffers } from '../../protocol/list-buffers.ts';
import { connect, Handover, type Port } from '../../protocol/peer.ts';
import { LayoutEngine } from './layout-engine.ts';

/** Boxes and trees made for one answer change hands; what the engine keeps is copied. */
const handOver = (answer: unknown): Handover<unknown> => new Handover(answer, listBuffers(answer));

/**
 * The worker's end; the other end is the page that started it.
 * @param afterQueued resolves after the messages that wait already have been received
 */
export function serveEngine(port: Port, afterQueued: () => Promise<void>): void {
  let engine: LayoutEngine | null = null;
  let asked = 0;
  /** A view that is asked for after a scope is of that scope. */
  let settled: Promise<unknown> = Promise.resolve();

  const answer = <Params>(isParams: (params: unknown) => params is Params, ask: (engine: LayoutEngine, params: Params) => unknown) => (params: unknown): unknown => {
    if (!engine) throw new Error('There is no profile yet.');
    if (!isParams(params)) throw new Error('Wrong parameters for the layout.');
    return ask(engine, params);
  };
  const applyScope = answer(isViewScope, (held, scope) => held.setScope(scope));
  const setScope = (scope: unknown): Promise<unknown> => {
    const number = ++asked;
    const applied = afterQueued().then(() => (number === asked ? applyScope(scope) : null));
    settled = applied.catch(() => undefined);
    return applied;
  };
  const view = <Params>(isParams: (params: unknown) => params is Params, ask: (engine: LayoutEngine, params: Params) => unknown) => async (params: unknown): Promise<unknown> => {
    await settled;
    return answer(isParams, ask)(params);
  };
  const open = (data: unknown): void => {
    if (!isFlameData(data)) throw new Error('Wrong columns for the layout.');
    engine = new LayoutEngine(data);
  };

  connect(port, new Map<string, (params: unknown) => unknown>([
    [engineMethods.open, open],
    [engineMethods.setScope, setScope],
    [engineMethods.chart, view(isNumber, (held, lane) => handOver(held.chart(lane)))],
    [engineMethods.overview, view(isNumber, (held, steps) => handOver(held.overview(steps)))],
    [engineMethods.leftHeavy, view(isNothing, (held) => handOver(held.leftHeavy()))],
    [engineMethods.sandwich, view(isNumber, (held, func) => handOver(held.sandwich(func)))],
    [engineMethods.callers, view(isNumberOrNull, (held, parent) => held.callers(parent))],
    [engineMethods.lines, view(isNumber, (held, func) => held.lines(func))],
    [engineMethods.samples, view(isNothing, (held) => held.samples())],
    [engineMethods.difference, view(isNumber, (held, beforeLanes) => handOver(held.difference(beforeLanes)))],
  ]));
}
