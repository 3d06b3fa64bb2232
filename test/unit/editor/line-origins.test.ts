import assert from 'node:assert/strict';
import { LineOrigins } from '../../../src/editor/decorations/line-origins.ts';
import type { TextChange } from '../../../src/editor/decorations/line-origins.ts';

/** The edit that turns one text into the other, as an editor would report it for the smallest differing range. */
const change = (startLine: number, startCharacter: number, endLine: number, endCharacter: number, text: string): TextChange =>
  ({ startLine, startCharacter, endLine, endCharacter, text });

const text = 'one\ntwo\nthree\nfour';
const after = (...changes: TextChange[]): LineOrigins => {
  const origins = new LineOrigins(text);
  origins.apply(changes);
  return origins;
};
/** `2` untouched on its line, `2*` edited, `-` gone. */
const places = (origins: LineOrigins): string => [1, 2, 3, 4].map((line) => (origins.currentLine(line) === 0 ? '-' : `${origins.currentLine(line)}${origins.isEdited(line) ? '*' : ''}`)).join(' ');

describe('line origins', () => {
  it('keeps every line where it was while nothing changes', () => {
    assert.equal(places(new LineOrigins(text)), '1 2 3 4');
  });
  it('shifts what stands below a line inserted at a line start', () => {
    assert.equal(places(after(change(1, 0, 1, 0, 'new\n'))), '1 3 4 5');
  });
  it('shifts what stands below a line inserted at a line end', () => {
    assert.equal(places(after(change(0, 3, 0, 3, '\nnew'))), '1 3 4 5');
  });
  it('marks the line that was typed into, and no other', () => {
    assert.equal(places(after(change(1, 1, 1, 1, 'x'))), '1 2* 3 4');
  });
  it('loses a deleted line and pulls the rest up', () => {
    assert.equal(places(after(change(1, 0, 2, 0, ''))), '1 - 2 3');
  });
  it('loses a line deleted from the end of the one before it', () => {
    assert.equal(places(after(change(0, 3, 1, 3, ''))), '1 - 2 3');
  });
  it('marks both halves of a split line as edited by its first half', () => {
    const origins = after(change(1, 1, 1, 1, '\n'));
    assert.equal(places(origins), '1 2* 4 5');
    assert.equal(origins.recordedLine(3), 0);
  });
  it('marks the line that two were joined into', () => {
    assert.equal(places(after(change(1, 3, 2, 0, ' '))), '1 2* - 3');
  });
  it('follows several carets at once whatever their order', () => {
    const up = [change(0, 0, 0, 0, 'a\n'), change(2, 0, 2, 0, 'b\n')];
    assert.equal(places(after(...up)), '2 3 5 6');
    assert.equal(places(after(...up.toReversed())), '2 3 5 6');
  });
  it('follows edit after edit', () => {
    const origins = after(change(0, 0, 0, 0, 'a\nb\n'));
    origins.apply([change(0, 0, 1, 0, '')]);
    assert.equal(places(origins), '2 3 4 5');
  });
  it('loses everything when the whole text is replaced', () => {
    assert.equal(places(after(change(0, 0, 3, 4, 'other'))), '1* - - -');
  });
  it('takes a paste of 200,000 lines', () => {
    const origins = after(change(1, 0, 1, 0, 'x\n'.repeat(200_000)));
    assert.equal(origins.currentLine(4), 200_004);
    assert.equal(origins.lineCount, 200_004);
  });
  it('counts carriage returns as the editor does', () => {
    assert.equal(new LineOrigins('a\r\nb\rc').lineCount, 3);
  });
});
