import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findProfileLinks, writeProfileLink } from '../../../src/editor/links/find-profile-links.ts';

const found = (text: string): string[][] => findProfileLinks(text).map(({ path, frame, start, length }) => [path, frame, text.slice(start, start + length)]);

describe('a flameline: link', () => {
  it('names a profile, and a frame when it has one', () => {
    assert.deepEqual(found('see flameline:runs/slow.cpuprofile#frame=parseRow and flameline:/tmp/a.pb.gz'), [
      ['runs/slow.cpuprofile', 'parseRow', 'flameline:runs/slow.cpuprofile#frame=parseRow'],
      ['/tmp/a.pb.gz', '', 'flameline:/tmp/a.pb.gz'],
    ]);
  });

  it('ends where the sentence or the quotation around it goes on', () => {
    for (const text of ['(flameline:a.cpuprofile#frame=f)', '"flameline:a.cpuprofile#frame=f"', 'flameline:a.cpuprofile#frame=f.', '<flameline:a.cpuprofile#frame=f>', '`flameline:a.cpuprofile#frame=f`, then']) {
      assert.deepEqual(found(text).map(([path, frame]) => [path, frame]), [['a.cpuprofile', 'f']], text);
    }
  });

  it('takes blanks and other signs encoded', () => {
    assert.deepEqual(found('flameline:my%20runs/%231.cpuprofile#frame=get%20size'), [['my runs/#1.cpuprofile', 'get size', 'flameline:my%20runs/%231.cpuprofile#frame=get%20size']]);
  });

  it('is none without a path, inside a word, or badly encoded', () => {
    for (const text of ['flameline:', 'flameline: a', 'xflameline:a', 'flameline:%zz', 'flameline:a#frame=%E0%A4%A', 'flameline:#frame=f']) assert.deepEqual(found(text), [], text);
  });

  it('reads back whatever path and frame it was written for', () => {
    assert.equal(writeProfileLink('C:\\runs\\a.', ''), 'flameline:C:/runs/a%2E');
    const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => !/[\uD800-\uDFFF\\]/.test(value));
    fc.assert(fc.property(text, text, (path, frame) => {
      assert.deepEqual(findProfileLinks(writeProfileLink(path, frame)).map((link) => [link.path, link.frame]), [[path, frame]]);
    }));
  });
});
