import type { FunctionTotals } from '../../core/layout/view.ts';
import { originOf } from '../model/origin.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import type { TableRow } from '../table/table-rows.ts';

export interface RowNumbers {
  readonly self: number;
  readonly total: number;
  readonly samples: number;
}

/** A line about one function. */
export const functionRow = (model: ProfileModel, func: number, numbers: RowNumbers, where: Pick<TableRow, 'id' | 'row' | 'level' | 'expanded'>): TableRow =>
  ({ ...where, ...numbers, func, label: model.name(func), from: originOf(model, func), place: model.place(func) });

/** Its sums over the whole scope. */
export const numbersOf = ({ self, total, samples }: FunctionTotals, func: number): RowNumbers => ({ self: self[func], total: total[func], samples: samples[func] });
