import type { FlameBoxes, MergedTree, Overview, ViewScope } from '../core/layout/view.ts';
import type { FlameData } from '../core/model/flame-data.ts';
import type { BottomUpEntry, ChartView, DifferenceView, LineEntry, ScopeView, TreeBoxes } from './engine.ts';
import { isRecord } from './guards.ts';

// Both ends of this wire run the same script: the outer shape is checked, not every number.

const hasColumns = (value: unknown, ...names: readonly string[]): value is Record<string, unknown> => isRecord(value) && names.every((name) => ArrayBuffer.isView(value[name]));

export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isNumberOrNull = (value: unknown): value is number | null => value === null || isNumber(value);
export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;
export const isFlameData = (value: unknown): value is FlameData => isRecord(value) && isRecord(value.functions) && Array.isArray(value.lanes) && Array.isArray(value.strings);
export const isViewScope = (value: unknown): value is ViewScope =>
  isRecord(value) && Array.isArray(value.lanes) && Array.isArray(value.transforms) && (value.range === null || Array.isArray(value.range));

const isTree = (value: unknown): value is MergedTree => hasColumns(value, 'parent', 'func', 'self', 'total', 'samples', 'childStart', 'order');
export const isBoxes = (value: unknown): value is FlameBoxes => hasColumns(value, 'rowStart', 'edges', 'left', 'right', 'row') && isNumber(value.depth);
export const isChartOrNull = (value: unknown): value is ChartView | null => value === null || (hasColumns(value, 'func') && isBoxes(value.boxes));
export const isOverview = (value: unknown): value is Overview => hasColumns(value, 'busy', 'own', 'dependency', 'gc', 'depth');
const isScopeView = (value: unknown): value is ScopeView => isRecord(value) && isTree(value.tree) && hasColumns(value.functions, 'self', 'total', 'samples');
export const isScopeViewOrNull = (value: unknown): value is ScopeView | null => value === null || isScopeView(value);
const isTreeBoxes = (value: unknown): value is TreeBoxes => isRecord(value) && isTree(value.tree) && isBoxes(value.boxes);
export const isSandwich = (value: unknown): value is { readonly callers: TreeBoxes; readonly callees: TreeBoxes } =>
  isRecord(value) && isTreeBoxes(value.callers) && isTreeBoxes(value.callees);
export const isBottomUp = (value: unknown): value is readonly BottomUpEntry[] => Array.isArray(value) && value.every((entry) => isRecord(entry) && isNumber(entry.id));
export const isLines = (value: unknown): value is readonly LineEntry[] => Array.isArray(value) && value.every((entry) => isRecord(entry) && isNumber(entry.line));
const isScopeBoxes = (value: unknown): value is DifferenceView['before'] => isScopeView(value) && 'boxes' in value && isBoxes(value.boxes);
export const isDifference = (value: unknown): value is DifferenceView =>
  isRecord(value) && isScopeBoxes(value.before) && isScopeBoxes(value.after) && isTreeBoxes(value.vanished) && hasColumns(value.vanished, 'tops');
