import { categories } from './profile.ts';
import type { Profile } from './profile.ts';

const node = categories.indexOf('node');
const native = categories.indexOf('native');

/**
 * Takes the functions of some scripts, and what Node did for them, out of the functions: their time goes to `(root)` and so to the
 * category `program`. For our own probe, which V8 sees like any other code. The user's code below such a frame stays what it is.
 */
export function hideFunctions(profile: Profile, isHidden: (url: string) => boolean): Profile {
  const { functions, nodes, strings } = profile;
  const hiddenRows = new Uint8Array(functions.length);
  for (let row = 0; row < functions.length; row++) hiddenRows[row] = isHidden(strings[functions.url[row]]) ? 1 : 0;
  if (!hiddenRows.includes(1)) return profile;
  const func = nodes.func.slice();
  const hidden = new Uint8Array(nodes.length);
  for (let at = 1; at < nodes.length; at++) {
    const row = nodes.func[at];
    const category = functions.category[row];
    const below = hidden[nodes.parent[at]] === 1 && (category === node || category === native);
    if (hiddenRows[row] === 0 && !below) continue;
    hidden[at] = 1;
    func[at] = nodes.func[0];
  }
  return { ...profile, nodes: { ...nodes, func } };
}
