import type { FlameData } from '../../../src/core/model/flame-data.ts';
import { ProfileModel } from '../../../src/webview/model/profile-model.ts';
import type { Shown } from '../../../src/webview/shell/shown.ts';
import type { Theme } from '../../../src/webview/theme/theme.ts';
import { scopeOf } from '../core/layout/flame-fixture.ts';

export const darkTheme: Theme = {
  kind: 'dark', isHighContrast: false, background: [31, 31, 31], foreground: [204, 204, 204], own: [242, 154, 63], dependency: [74, 134, 197], gc: [177, 128, 215],
  border: null, focus: [0, 120, 212], found: [255, 255, 0], font: '12px sans-serif',
};

/** A model of drawn columns; places are those of the editor, `src/main.js:10`. */
export const modelOf = (data: FlameData): ProfileModel => new ProfileModel({
  revision: 1, data, openable: new Uint8Array(data.functions.length),
  places: Array.from({ length: data.functions.length }, (_, func) => (data.functions.line[func] > 0 ? `src/main.js:${data.functions.line[func]}` : '')),
});

/** What the words of a page are made of, of one run. */
export function shownOf(data: FlameData): Pick<Shown, 'model' | 'view' | 'compared'> {
  const { tree, functions } = scopeOf(data);
  return { model: modelOf(data), view: { tree, functions }, compared: null };
}
