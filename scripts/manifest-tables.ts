import { bindings, pictureKeys } from '../src/webview/keys/bindings.ts';

/** The parts of the manifest that the README's tables show. */
export interface ShownManifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string; readonly markdownDescription: string }>> };
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
  };
}

/** `%key%` → text, as in `package.nls.json`. */
export type Texts = Readonly<Record<string, string>>;

const translate = (text: string, texts: Texts): string => text.replace(/^%(.+)%$/, (_, key: string) => texts[key] ?? `(no text for ${key})`);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

export function settingsTable({ contributes }: ShownManifest, texts: Texts): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, { default: value, scope, markdownDescription }]) => [
    `\`${name}\``,
    `\`${JSON.stringify(value)}\``,
    scope,
    translate(markdownDescription, texts),
  ]);
  return table(['setting', 'default', 'scope', 'meaning'], rows);
}

/** The commands of the palette; what only a view's row can do is left out. */
export function commandsTable({ contributes }: ShownManifest, texts: Texts): string {
  const hidden = new Set(contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
  const rows = contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => [`${category === undefined ? '' : `${category}: `}${translate(title, texts)}`, `\`${command}\``]);
  return table(['in the palette', 'id'], rows);
}

/** `Ctrl+Shift+Z` as keys to press. */
const keyCap = (key: string): string => `<kbd>${key.replace(/Arrow(?=Left|Right|Up|Down)/, '')}</kbd>`;

/** The keys of the viewer, as its help lists them. */
export function keysTable(): string {
  const everywhere = bindings.map(({ keys, words }) => [keys.map(keyCap).join(' or '), words]);
  return table(['in the viewer', 'what it does'], [...everywhere, ...pictureKeys.map(([keys, words]) => [keys.split(', ').map(keyCap).join(' '), `In a picture: ${words[0].toLowerCase()}${words.slice(1)}`])]);
}

/**
 * Puts a text between `<!-- name -->` and `<!-- /name -->`.
 * @throws when the page has no such markers
 */
export function fillMarkers(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`The page has no markers ${open} … ${close}`);
  return `${page.slice(0, from + open.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** The README with its tables as the manifest and the viewer have them. */
export function fillReadme(readme: string, manifest: ShownManifest, texts: Texts): string {
  const tables = [['settings', settingsTable(manifest, texts)], ['commands', commandsTable(manifest, texts)], ['keys', keysTable()]] as const;
  return tables.reduce((page, [name, text]) => fillMarkers(page, name, text), readme);
}
