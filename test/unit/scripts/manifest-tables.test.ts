import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsTable, fillMarkers, fillReadme, keysTable, settingsTable } from '../../../scripts/manifest-tables.ts';
import { bindings, pictureKeys } from '../../../src/webview/keys/bindings.ts';
import type { ShownManifest, Texts } from '../../../scripts/manifest-tables.ts';

const manifest: ShownManifest = {
  contributes: {
    configuration: { properties: { 'flameline.a': { default: [], scope: 'window', markdownDescription: '%a%' } } },
    commands: [
      { command: 'flameline.go', title: '%go%', category: 'Flameline' },
      { command: 'flameline.row', title: 'Row' },
    ],
    menus: { commandPalette: [{ command: 'flameline.row', when: 'false' }] },
  },
};

describe("the README's tables", () => {
  it('show a setting with its default, scope and text', () => {
    assert.equal(settingsTable(manifest, { a: 'One | two.' }).split('\n')[2], '| `flameline.a` | `[]` | window | One \\| two. |');
  });

  it('show the commands of the palette and no others', () => {
    assert.deepEqual(commandsTable(manifest, { go: 'Go' }).split('\n').slice(2), ['| Flameline: Go | `flameline.go` |']);
  });

  it('show every key of the viewer with what it does', () => {
    const rows = keysTable().split('\n');
    assert.ok(rows.includes('| <kbd>/</kbd> or <kbd>Ctrl+f</kbd> | Search |'));
    assert.ok(rows.includes('| <kbd>Alt+Left</kbd> | Back to the zoom before |'));
    assert.ok(rows.includes('| <kbd>Page Up</kbd> <kbd>Page Down</kbd> | In a picture: scroll through the rows (or Shift and the wheel) |'));
    assert.equal(rows.length, 2 + bindings.length + pictureKeys.length);
  });

  it('replace what stands between the markers and nothing else', () => {
    const page = 'a\n<!-- x -->\nold\n<!-- /x -->\nb';
    assert.equal(fillMarkers(page, 'x', 'new'), 'a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb');
    assert.equal(fillMarkers(fillMarkers(page, 'x', 'new'), 'x', 'new'), fillMarkers(page, 'x', 'new'));
    assert.throws(() => fillMarkers('no markers', 'x', 'new'), /no markers <!-- x -->/);
  });

  it('are those of the manifest: else run `npm run docs`', () => {
    const read = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', name), 'utf8').replaceAll('\r\n', '\n');
    const ours: ShownManifest = JSON.parse(read('package.json'));
    const texts: Texts = JSON.parse(read('package.nls.json'));
    assert.equal(read('README.md'), fillReadme(read('README.md'), ours, texts));
    assert.doesNotMatch(read('README.md'), /no text for/);
  });
});
