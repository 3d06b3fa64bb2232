import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isEmbeddedProfile } from '../../../src/protocol/embedded-profile.ts';
import { exportProfile, openFlame } from '../../../src/session/index.ts';
import { writeHtmlPage } from '../../../src/session/write-html-page.ts';
import { unpackColumns } from '../../../src/webview/bridge/unpack-columns.ts';

const recorded = join(import.meta.dirname, '..', '..', 'golden', 'recorded', 'rows-node24.cpuprofile');
const part = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? assert.fail(String(pattern));

/** Needs dist/worker.cjs and dist/webview.js. */
describe('an exported page', () => {
  let html: string;
  before(async () => { html = Buffer.from(await exportProfile(recorded, 'html', { cwd: '/' })).toString(); });

  it('carries the columns the viewer would be sent, all of them', async () => {
    const packed = gunzipSync(Buffer.from(part(html, /id="flameline-profile">([^<]*)</), 'base64'));
    const embedded = unpackColumns(new Uint8Array(packed).buffer);
    assert.ok(isEmbeddedProfile(embedded));
    assert.deepEqual(embedded.columns.data, (await openFlame(recorded)).data);
    assert.equal(embedded.columns.places.length, embedded.columns.data.functions.length);
    assert.equal(embedded.columns.openable.some((each) => each !== 0), false);
    assert.ok(embedded.view.kind === 'profile' && embedded.view.facts.headline !== '');
  });

  it('allows its own script and style, by their hashes, and no connection', () => {
    const policy = part(html, /Content-Security-Policy" content="([^"]*)"/);
    const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    assert.ok(policy.includes(`script-src ${hashOf(part(html, /<script>(.*?)<\/script>/s))}`), policy);
    assert.ok(policy.includes(`style-src ${hashOf(part(html, /<style>(.*?)<\/style>/s))}`), policy);
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /connect-src|unsafe|https?:/);
    assert.doesNotMatch(html.replace(/<script[^]*?<\/script>/g, ''), /(src|href)=/);
  });

  it('lets no title or script end its element early', () => {
    const page = writeHtmlPage({ title: '</title><img src=x>', script: 'const a = 1;', style: 'p {}', profile: '' });
    assert.match(page, /<title>&lt;\/title&gt;&lt;img src=x&gt;<\/title>/);
    assert.equal(html.match(/<\/script>/g)?.length, 2, 'the data and the script');
    assert.doesNotMatch(part(html, /<script>(.*?)<\/script>/s), /<!--/);
  });
});
