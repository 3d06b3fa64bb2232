import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as ids from '../../../src/editor/ids.ts';

const root = new URL('../../../', import.meta.url);

interface Setting { readonly scope: string; readonly order: number; readonly markdownDescription: string }
interface MenuItem { readonly command: string; readonly when: string }
/** What of package.json the tests look at. */
interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: string[] }; readonly virtualWorkspaces: { readonly supported: string } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly unknown[] }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly customEditors: readonly { readonly viewType: string; readonly priority: string; readonly selector: readonly { readonly filenamePattern: string }[] }[];
    readonly uriHandlers?: unknown;
  };
}
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync(new URL('package.nls.json', root), 'utf8')) as Record<string, string>;
const { contributes } = manifest;
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();
const contributed = JSON.stringify(contributes);

/** Most settings of one part of the product, by the second name of their ids; the whole has a limit of its own. */
const settingParts = [
  { part: 'profiling', areas: ['node', 'run', 'record', 'heat', 'diagnostics', 'codeLens', 'recordings'], most: 12 },
  { part: 'findings', areas: ['findings'], most: 5 },
];
const mostSettings = 25;

const profileNames = ['a.cpuprofile', 'a.cpuprofile.gz', 'A.HeapProfile', 'a.pb.gz', 'a.pprof', 'a.speedscope.json', 'a.collapsed', 'a.folded', 'a.trace.json', 'Trace-2026.json', 'Trace-2026.json.gz', 'node_trace.1.log'];
const otherNames = ['app.ts', 'package.json', 'trace.ts', 'notes.txt', 'data.gz'];

/** `*` and `{a,b}`, matched without regard to case, as the editor does. */
const readGlob = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('{', '(').replaceAll('}', ')').replaceAll(',', '|')}$`, 'i');

describe('manifest', () => {
  it('contributes exactly the commands of ids.ts', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(ids.commands)));
  });
  it('contributes exactly the settings of ids.ts, each with a scope, an order and a description', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.values(ids.settings)));
    const orders = Object.values(properties).map(({ scope, order, markdownDescription }) => {
      assert.ok(scope && markdownDescription);
      return order;
    });
    assert.deepEqual(orders, orders.map((_, index) => index + 1));
  });
  it('asks little to be set: twelve settings for profiling, five for any other part, twenty-five in all', () => {
    const areas = Object.keys(contributes.configuration.properties).map((id) => id.split('.')[1]);
    for (const { part, areas: own, most } of settingParts) {
      const count = areas.filter((area) => own.includes(area)).length;
      assert.ok(count > 0 && count <= most, `${part}: ${count}`);
    }
    assert.deepEqual(areas.filter((area) => !settingParts.some(({ areas: own }) => own.includes(area))), [], 'each belongs to a part');
    assert.ok(areas.length <= mostSettings);
  });
  it('contributes exactly the views, the container, the colours and the walkthrough of ids.ts', () => {
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [ids.container]);
    assert.deepEqual(sorted(contributes.views[ids.container].map(({ id }) => id)), sorted(Object.values(ids.views)));
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted([...ids.colors.heat, ...ids.colors.line, ids.colors.text, ids.colors.stale]));
    assert.deepEqual(contributes.walkthroughs.map(({ id }) => id), [ids.walkthrough]);
    assert.equal(contributes.walkthroughs[0].steps.length, 5);
  });
  it('offers the viewer for every format by its file\'s name, never as the default', () => {
    const [viewer, ...others] = contributes.customEditors;
    assert.deepEqual([viewer.viewType, viewer.priority, others], [ids.panels.editor, 'option', []]);
    for (const panel of [ids.panels.beside, ids.panels.comparison]) assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${panel}`), panel);
    const patterns = viewer.selector.map(({ filenamePattern }) => readGlob(filenamePattern));
    for (const name of profileNames) assert.ok(patterns.some((pattern) => pattern.test(name)), name);
    for (const name of otherNames) assert.ok(!patterns.some((pattern) => pattern.test(name)), name);
    const whens = ['explorer/context', 'editor/title', 'editor/title/context'].map((menu) => contributes.menus[menu].find(({ command }) => command === ids.commands.openInViewer)?.when ?? '');
    for (const when of whens) {
      const [, source] = /resourceFilename =~ \/(.*)\/i/.exec(when) ?? assert.fail(when);
      const names = new RegExp(source, 'i');
      for (const name of profileNames) assert.match(name, names);
      for (const name of otherNames) assert.doesNotMatch(name, names);
    }
  });
  it('uses every context key of ids.ts and no other of ours', () => {
    const known = new Set<string>([...Object.values(ids.commands), ...Object.values(ids.settings), ...Object.values(ids.views), ...Object.values(ids.panels)]);
    const conditions = [...contributed.matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"/g)].map(([, when]) => when).join(' ');
    const used = sorted([...conditions.matchAll(/flameline\.\w+/g)].map(([key]) => key).filter((key) => !known.has(key)));
    assert.deepEqual(used, sorted(Object.values(ids.contexts)));
  });
  it('names only commands that exist in menus, welcome texts and steps', () => {
    const known = new Set<string>(Object.values(ids.commands));
    const named = [...`${contributed}${JSON.stringify(texts)}`.matchAll(/(?:"command":"|command:)(flameline\.\w+)/g)].map(([, command]) => command);
    assert.deepEqual(named.filter((command) => !known.has(command)), []);
  });
  it('shows exactly one icon in the editor title at a time', () => {
    const whens = contributes.menus['editor/title/run'].map(({ when }) => when);
    assert.equal(whens.length, 2);
    assert.ok(whens[0].endsWith('!flameline.running'));
    assert.ok(whens[1].endsWith('&& flameline.running'));
  });
  it('keeps commands that need a row or a link out of the palette', () => {
    const palette = new Map(contributes.menus.commandPalette.map(({ command, when }): [string, string] => [command, when]));
    for (const command of [ids.commands.openLocation, ids.commands.copyHotspot, ids.commands.deleteRecording, ids.commands.openRecording]) assert.equal(palette.get(command), 'false');
  });
  it('gives each colour a value for light, dark and both high contrasts', () => {
    for (const { id, defaults } of contributes.colors) assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
  });
  it('restricts what decides what runs, in untrusted workspaces', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, [ids.settings.nodePath, ids.settings.runArgs, ids.settings.runEnv]);
    assert.equal(contributes.configuration.properties[ids.settings.nodePath].scope, 'machine');
    assert.equal(virtualWorkspaces.supported, 'limited');
  });
  it('has every string in package.nls.json and no string there without a use', () => {
    const used = sorted([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(used, sorted(Object.keys(texts)));
    const bare = [...contributed.matchAll(/"(title|description|markdownDescription|name|contents|altText|contextualTitle)":"(?!%)([^"]*)"/g)].map(([, , text]) => text);
    assert.deepEqual(bare, ['Flameline']);
  });
  it('names only files that are there', () => {
    const files = [...JSON.stringify({ contributes, icon: manifest.icon }).matchAll(/"(media\/[^"]+)"/g)].map(([, file]) => file);
    assert.deepEqual(files.filter((file) => !existsSync(new URL(file, root))), []);
    for (const step of ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6', 'stale']) {
      for (const theme of ['light', 'dark']) assert.ok(existsSync(new URL(`media/gutter/${step}-${theme}.svg`, root)));
    }
  });
  it('opens no address by itself', () => {
    assert.equal(contributes.uriHandlers, undefined);
    assert.doesNotMatch(JSON.stringify(manifest.activationEvents), /onUri|\*/);
  });
});
