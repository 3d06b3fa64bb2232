import type { EndReason, ProbeSidecar } from './probe.ts';
import { isRecord } from './guards.ts';

const texts = (value: unknown, ...names: string[]): boolean => isRecord(value) && names.every((name) => typeof value[name] === 'string');
const numbers = (value: unknown, ...names: string[]): boolean => isRecord(value) && names.every((name) => Number.isFinite(value[name]));
const every = (value: unknown, check: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(check);

const reasons: readonly unknown[] = ['exit', 'worker-exit', 'signal', 'stopped', 'duration', 'crash'] satisfies EndReason[];

const isFunction = (value: unknown): boolean => texts(value, 'name') && numbers(value, 'line', 'column', 'endLine');
const isScript = (value: unknown): boolean =>
  isRecord(value) && texts(value, 'scriptId', 'url', 'sourceMapUrl', 'diskHash') && numbers(value, 'lines') && (value.functions === undefined || every(value.functions, isFunction));

/** A sidecar lies in a folder anybody may have written: nothing of it is used unless all of it has the right kind. */
export const isSidecar = (value: unknown): value is ProbeSidecar =>
  isRecord(value) &&
  numbers(value, 'version', 'pid', 'parentPid', 'threadId', 'intervalUs', 'durationMs', 'probeCpuMs', 'processCpuMs') &&
  texts(value, 'label', 'nodeVersion') &&
  reasons.includes(value.reason) &&
  (value.signal === null || typeof value.signal === 'string') &&
  every(value.argv, (item) => typeof item === 'string') &&
  every(value.scripts, isScript) &&
  every(value.notes, (item) => texts(item, 'code', 'detail'));
