import { createHash } from 'node:crypto';
import { embeddedId } from '../protocol/embedded-profile.ts';

export interface HtmlPage {
  readonly title: string;
  /** Of the built page. */
  readonly script: string;
  readonly style: string;
  /** The packed profile, gzipped, as base64. */
  readonly profile: string;
}

/** The page in one file that needs no network and no editor: its policy allows its own script and style by their hashes, and nothing else. */
export function writeHtmlPage({ title, script, style, profile }: HtmlPage): string {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><script type="text/plain" id="${embeddedId}">${profile}</script><script>${script}</script></body>
</html>
`;
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
