import type * as vscode from 'vscode';
import { ProfilePage } from './profile-page.ts';
import type { PageServices } from './profile-page.ts';
import type { ProfileSource } from './profile-source.ts';

/** Every viewer of the window, and which one a command is about. */
export class ProfilePages implements vscode.Disposable {
  private readonly services: PageServices;
  private readonly open = new Set<ProfilePage>();
  private latest: ProfilePage | null = null;

  constructor(services: PageServices) {
    this.services = services;
  }

  /** The page that has or last had the focus. */
  get active(): ProfilePage | null {
    return this.latest;
  }

  get visible(): readonly ProfilePage[] {
    return [...this.open].filter(({ panel }) => panel.visible);
  }

  /** Fills the panel with a page, which goes with it. */
  add(panel: vscode.WebviewPanel, source: ProfileSource): ProfilePage {
    const page = new ProfilePage(panel, source, this.services);
    this.open.add(page);
    this.latest = page;
    panel.onDidChangeViewState(() => { if (panel.active) this.latest = page; });
    panel.onDidDispose(() => {
      page.dispose();
      this.open.delete(page);
      if (this.latest === page) this.latest = [...this.open].at(-1) ?? null;
    });
    return page;
  }

  dispose(): void {
    for (const { panel } of this.open) panel.dispose();
  }
}
