import { randomBytes } from 'node:crypto';

/** Addresses as the webview hands them out. */
export interface PageSources {
  readonly script: string;
  readonly style: string;
  /** The webview's own origin for the content security policy. */
  readonly origin: string;
}

/** The page's frame: no inline script or style, nothing from elsewhere, no data. The state comes by message. */
export function writePageHtml({ script, style, origin }: PageSources): string {
  const nonce = randomBytes(16).toString('base64');
  // The page starts its worker from a blob of its own script, which it reads again.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; worker-src blob:; connect-src ${origin}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Flameline</title>
<link rel="stylesheet" href="${style}">
</head>
<body><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
