import { ruleIds } from '../../session/index.ts';
import { readSettings } from '../settings.ts';

/** Those of the rules that the settings leave on; of all of them when none is named. */
export function rulesOn(wanted: readonly string[] = ruleIds): readonly string[] {
  const { rulesOff } = readSettings();
  return wanted.filter((id) => !rulesOff.includes(id));
}
