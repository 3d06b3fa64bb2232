import assert from 'node:assert/strict';
import { hearPage } from '../../../src/protocol/hear-page.ts';
import type { PageDeeds } from '../../../src/protocol/hear-page.ts';
import { connect, RequestFailure } from '../../../src/protocol/peer.ts';
import { exportFormats, pageHostMethods, reportFormats } from '../../../src/protocol/profile-page.ts';
import { Random } from '../../fuzz/random.ts';
import { faultRow } from '../../helpers/fault-rows.ts';

const messages = 100_000;
const words = [...Object.values(pageHostMethods), 'executeCommand', 'eval', '__proto__', 'constructor', 'toString', 'show', ''];
const fair: readonly unknown[] = [
  null, { revision: 1 }, { revision: 1, func: 3, line: 7 }, { revision: 1, func: 0, line: 0, focus: true }, { text: 'copied' }, { format: 'pprof' }, { format: 'markdown' },
  { png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, { uri: 'file:///a.cpuprofile' }, { name: 'a.cpuprofile', bytes: Uint8Array.of(123, 125) },
];
const odd: readonly unknown[] = [
  undefined, null, true, -1, 1.5, NaN, Infinity, 2 ** 60, '', '1', '../../etc/passwd', 'command:workbench.action.quit', [], {}, [[1]], 'x'.repeat(5_000), 10n, new Date(0), new Map(),
  /a/, new ArrayBuffer(4), Int32Array.of(1), JSON.parse('{"__proto__":{"revision":1,"func":1,"line":1}}'), Object.create(null),
];

/** A value as it was, with a field replaced, left out or added, or another altogether. */
function spoil(value: unknown, random: Random): unknown {
  if (random.below(4) === 0) return value;
  if (typeof value !== 'object' || value === null || random.below(8) === 0) return random.pick(odd);
  const fields = Object.entries(value);
  const at = random.below(fields.length + 1);
  if (at === fields.length) return { ...value, [random.pick(['extra', 'command', 'path', 'focus', 'uri'])]: random.pick(odd) };
  return Object.fromEntries(random.below(3) === 0 ? fields.toSpliced(at, 1) : fields.with(at, [fields[at][0], random.pick(odd)]));
}

const isWhole = (value: unknown): boolean => typeof value === 'number' && value >= 0 && Number.isSafeInteger(value);

/** Deeds that do nothing but look, as strictly as can be, at what they were given. */
function watch(): { readonly deeds: PageDeeds; readonly done: Map<string, number>; readonly wrong: unknown[] } {
  const done = new Map<string, number>();
  const wrong: unknown[] = [];
  const look = (word: string, given: unknown, isRight: boolean): void => {
    done.set(word, (done.get(word) ?? 0) + 1);
    if (!isRight) wrong.push([word, given]);
  };
  const lookAtPlace = (word: string, place: { revision: unknown; func: unknown; line: unknown; focus?: unknown }): void =>
    look(word, place, isWhole(place.revision) && isWhole(place.func) && isWhole(place.line) && [undefined, true, false].includes(place.focus as boolean));
  const deeds: PageDeeds = {
    ready: () => { look('ready', null, true); return { kind: 'empty' }; },
    columns: (of) => { look('columns', of, isWhole(of.revision)); throw new Error('The profile is another one by now.'); },
    cancel: () => look('cancel', null, true),
    reload: () => look('reload', null, true),
    openFunction: (place) => lookAtPlace('openFunction', place),
    source: (place) => { lookAtPlace('source', place); return { ok: false, reason: 'none' }; },
    copy: (text) => look('copy', text, typeof text === 'string'),
    exportProfile: (format) => look('exportProfile', format, exportFormats.includes(format)),
    exportReport: (format) => look('exportReport', format, reportFormats.includes(format)),
    copyLink: (place) => lookAtPlace('copyLink', place),
    savePicture: (png) => look('savePicture', png, png instanceof Uint8Array),
    openFile: () => look('openFile', null, true),
    drop: (file) => look('drop', file, 'uri' in file ? typeof file.uri === 'string' && file.uri.length <= 4_096 : typeof file.name === 'string' && file.bytes instanceof Uint8Array),
  };
  return { deeds, done, wrong };
}

describe('what a page that was taken over says', () => {
  it('D1 answers 100,000 false messages of a page with failures, and does nothing for them', async () => {
    const random = new Random(1);
    const { deeds, done, wrong } = watch();
    const answers = { answer: 0, failure: 0 };
    let asked = 0;
    let say: (message: unknown) => void = () => undefined;
    connect({ post: (message) => { answers[(message as { kind: 'answer' | 'failure' }).kind]++; }, listen: (receive) => { say = receive; } }, hearPage(deeds));
    for (let count = 0; count < messages; count++) {
      const message = spoil({ kind: 'request', id: count, method: random.pick(words), params: spoil(random.pick(fair), random) }, random) as Record<string, unknown> | undefined;
      if (message?.kind === 'request' && typeof message.id === 'number' && typeof message.method === 'string') asked++;
      say(message);
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(wrong, []);
    assert.equal(answers.answer + answers.failure, asked, 'each request has one answer');
    assert.ok(answers.failure > messages / 4, `${answers.failure} failures`);
    assert.deepEqual([...done.keys()].sort(), Object.values(pageHostMethods).sort(), 'each word was understood when it was said rightly');
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  const answerTo = async (method: string, params: unknown): Promise<unknown> => {
    let say: (message: unknown) => void = () => undefined;
    return new Promise((resolve) => {
      connect({ post: resolve, listen: (receive) => { say = receive; } }, hearPage(watch().deeds));
      say({ kind: 'request', id: 1, method, params });
    });
  };

  it('D1 answers words that no page has with a failure', async () => {
    assert.deepEqual(await answerTo('executeCommand', 'x'), { kind: 'failure', id: 1, failure: 'unknown-method', message: 'Unknown method: executeCommand' });
  });

  it('D1 answers parameters of another shape with a failure', async () => {
    const { message } = faultRow('D1 answers parameters of another shape with a failure');
    for (const word of ['columns', 'openFunction', 'source', 'copy', 'exportProfile', 'savePicture', 'drop']) {
      assert.deepEqual(await answerTo(word, { path: '/etc/passwd' }), { kind: 'failure', id: 1, failure: 'failed', message });
    }
  });

  it('D2 says nothing to a page that was closed, and fails what that was asked', async () => {
    const posted: unknown[] = [];
    let say: (message: unknown) => void = () => undefined;
    const { deeds, done } = watch();
    const peer = connect({ post: (message) => void posted.push(message), listen: (receive) => { say = receive; } }, hearPage(deeds));
    const isAny = (value: unknown): value is unknown => value !== Symbol.iterator;
    const closed = (error: unknown): boolean => error instanceof RequestFailure && error.kind === 'disposed' && error.message === 'The page was closed.';
    const pending = peer.request('show', null, isAny);
    peer.dispose('The page was closed.');
    await assert.rejects(pending, closed);
    await assert.rejects(peer.request('select', null, isAny), closed);
    for (const method of words) say({ kind: 'request', id: 1, method, params: null });
    say({ kind: 'answer', id: 1, answer: null });
    assert.equal(posted.length, 1);
    assert.equal(done.size, 0);
  });
});
