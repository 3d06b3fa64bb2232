import { callersOf, heaviestRowOf } from '../model/walk-tree.ts';
import { formatShare } from '../../core/report/format-numbers.ts';
import { formatQuantity, shareOf } from '../model/quantity.ts';
import type { Shown } from './shown.ts';

type Told = Pick<Shown, 'model' | 'view' | 'compared'>;

const line = ({ model }: Told, func: number): string => {
  const place = model.place(func);
  return place === '' ? model.name(func) : `${model.name(func)} (${place})`;
};

/** `parseRow (src/rows.ts:12)  1.22 s self, 1.25 s total, 83.3 %`. */
export function frameText(shown: Told, func: number): string {
  const { model, compared, view: { functions } } = shown;
  if (compared) return `${line(shown, func)}  self ${compared.sayPair(compared.self(func))}, total ${compared.sayPair(compared.total(func))}`;
  const { self, total } = functions;
  return `${line(shown, func)}  ${formatQuantity(self[func], model.unit)} self, ${formatQuantity(total[func], model.unit)} total, ${formatShare(shareOf(total[func], functions))}`;
}

/** The call and its callers, innermost first, as a stack trace has them. */
export function stackText(shown: Told, func: number, row: number): string {
  const { tree } = shown.view;
  const chosen = row >= 0 && tree.func[row] === func ? row : heaviestRowOf(tree, func);
  const rows = chosen < 0 ? [] : [...callersOf(tree, chosen), chosen].reverse();
  return rows.map((each) => `    at ${line(shown, tree.func[each])}`).join('\n') || line(shown, func);
}
