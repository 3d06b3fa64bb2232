import { changeKinds } from '../../core/compare/list-changes.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import { originOf } from '../model/origin.ts';
import type { Opening } from '../shell/shown.ts';
import type { Compared } from './compared.ts';

/** Rows of the tooltip; the first one is the name with what became of it. */
export function describeCompared({ facts, model }: Pick<Opening, 'facts' | 'model'>, compared: Compared, func: number, row: number): readonly string[] {
  if (func === 0) return ['Both runs', `${facts.whole.charAt(0).toUpperCase()}${facts.whole.slice(1)} ${compared.sayPair(compared.whole)}`];
  const was = model.placeBefore(func);
  return [
    `${model.name(func)} — ${becameOf(compared, func)}`,
    isCall(compared, func, row) ? `This call ${compared.sayPair(compared.totals(row))}` : '',
    `Self ${compared.sayPair(compared.self(func))}`,
    `Total ${compared.sayPair(compared.total(func))}`,
    [originOf(model, func), model.place(func)].filter((part) => part !== '').join(' · '),
    was !== '' && was !== model.place(func) ? `Before at ${was}` : '',
  ].filter((text) => text !== '');
}

/** One line for those who can't see the picture. */
export function readOutCompared(model: ProfileModel, compared: Compared, func: number, row: number): string {
  const call = isCall(compared, func, row);
  const pair = call ? compared.totals(row) : compared.total(func);
  return [
    model.name(func), becameOf(compared, func), `${compared.sayChange(pair)} ${call ? 'in this call' : 'in total'}`, `before ${compared.say(pair.before)}`, `after ${compared.say(pair.after)}`,
    originOf(model, func), model.place(func),
  ].filter((part) => part !== '').join(', ');
}

const isCall = ({ difference }: Compared, func: number, row: number): boolean => row > 0 && difference.after.tree.func[row] === func;

function becameOf(compared: Compared, func: number): string {
  const kind = changeKinds[compared.changes.kind[func]];
  if (kind !== 'changed') return kind === 'same' ? 'the same' : kind;
  const { before, after } = compared.total(func);
  const self = compared.self(func);
  return (after - before || self.after - self.before) > 0 ? 'slower' : 'faster';
}
