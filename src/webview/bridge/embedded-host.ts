import type { FlameFunctions } from '../../core/model/flame-data.ts';
import { embeddedId, isEmbeddedProfile } from '../../protocol/embedded-profile.ts';
import type { EmbeddedProfile } from '../../protocol/embedded-profile.ts';
import type { PageView, ProfileColumns, SourceText } from '../../protocol/profile-page.ts';
import type { PageHost } from './page-host.ts';
import { unpackColumns } from './unpack-columns.ts';

/** An exported page is its own host: the profile stands in it, there is no code to go to and nothing is fetched. */
export class EmbeddedHost implements PageHost {
  readonly isEditor = false;
  private readonly page: Document;
  private embedded: EmbeddedProfile | null = null;

  constructor(page: Document) {
    this.page = page;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      page.body.classList.toggle('vscode-dark', dark.matches);
      page.body.classList.toggle('vscode-light', !dark.matches);
    };
    page.body.classList.add('standalone');
    dark.addEventListener('change', follow);
    follow();
  }

  async ready(): Promise<PageView> {
    const text = this.page.getElementById(embeddedId)?.textContent ?? '';
    if (text === '') return { kind: 'empty' };
    const embedded = unpackColumns(await unzip(text.trim()));
    if (!isEmbeddedProfile(embedded)) throw new Error('The profile inside this page is damaged.');
    this.embedded = embedded;
    return embedded.view;
  }

  async columns(): Promise<ProfileColumns> {
    if (!this.embedded) throw new Error('There is no profile in this page.');
    const { columns } = this.embedded;
    return { ...columns, openable: columns.openable.slice(), data: { ...columns.data, functions: copyFunctions(columns.data.functions) } };
  }

  async source(): Promise<SourceText> {
    return { ok: false, reason: 'This page was exported without its source: only the numbers of the lines are known. Open the profile in the editor to see the text.' };
  }

  async open(): Promise<void> {
    await Promise.resolve();
  }

  async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
  }

  async savePicture(png: Uint8Array<ArrayBuffer>): Promise<void> {
    const link = this.page.createElement('a');
    link.href = URL.createObjectURL(new Blob([png], { type: 'image/png' }));
    link.download = 'flame.png';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  copyLink = nothing;
  exportProfile = nothing;
  exportReport = nothing;
  cancel = nothing;
  reload = nothing;
  openFile = nothing;
  drop = nothing;
  saved = (): unknown => null;
  save = (): void => undefined;
}

const nothing = (): Promise<void> => Promise.resolve();

/** All columns lie in one buffer, which goes to the worker with the lanes: the page keeps what it names things by. */
const copyFunctions = ({ length, name, file, package: npm, line, column, category, mapping }: FlameFunctions): FlameFunctions =>
  ({ length, name: name.slice(), file: file.slice(), package: npm.slice(), line: line.slice(), column: column.slice(), category: category.slice(), mapping: mapping.slice() });

async function unzip(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
