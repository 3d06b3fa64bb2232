import { dropLimit } from '../../protocol/profile-page.ts';
import type { PageHost } from '../bridge/page-host.ts';

/** A file dropped onto the page goes to the editor: its address where the editor's own tree gives one, otherwise its bytes. */
export function takeDrops(page: Document, host: PageHost, fail: (error: unknown) => void): void {
  page.addEventListener('dragover', (event) => event.preventDefault());
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer) send(event.dataTransfer, host).catch(fail);
  });
}

async function send(data: DataTransfer, host: PageHost): Promise<void> {
  const uri = (data.getData('application/vnd.code.uri-list') || data.getData('text/uri-list')).split(/\r?\n/).find((line) => line.startsWith('file:'));
  if (uri) return host.drop({ uri });
  const file = data.files.item(0);
  if (!file) return;
  if (file.size > dropLimit) throw new Error(`${file.name} is too large to be dropped. Open it by its path.`);
  await host.drop({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}
