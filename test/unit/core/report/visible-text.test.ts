import assert from 'node:assert/strict';
import { cutEnd, cutStart, textWidth, visibleText } from '../../../../src/core/report/visible-text.ts';

describe('visibleText', () => {
  it('shows escape, bell, line breaks and C1 controls instead of sending them to the terminal', () => {
    assert.equal(visibleText('\u001b]8;;http://evil\u0007x\r\n\u009b31m'), '\\u{1b}]8;;http://evil\\u{7}x\\u{d}\\u{a}\\u{9b}31m');
  });

  it('shows bidi marks, zero-width characters, separators and lone surrogates', () => {
    assert.equal(visibleText('a\u202eb\u200bc\ufeffd\u2028e\ud800f\u{e0041}'), 'a\\u{202e}b\\u{200b}c\\u{feff}d\\u{2028}e\\u{d800}f\\u{e0041}');
    assert.equal(visibleText('変数 größe 🔥 __proto__'), '変数 größe 🔥 __proto__');
  });

  it('cuts a name of 10 MB at once', () => {
    const shown = visibleText('x'.repeat(10_000_000), 60);
    assert.equal(shown, `${'x'.repeat(59)}…`);
    assert.equal(visibleText('x'.repeat(60), 60), 'x'.repeat(60));
  });

  it('does not halve a pair of surrogates where it cuts', () => {
    assert.equal(visibleText('🔥'.repeat(50), 8), '🔥🔥🔥…');
  });
});

describe('terminal cells', () => {
  it('counts wide characters twice and combining marks not at all', () => {
    assert.equal(textWidth('変数a'), 5);
    assert.equal(textWidth('e\u0301'), 1);
  });

  it('cuts names at the end and paths at the start', () => {
    assert.equal(cutEnd('abcdef', 4), 'abc…');
    assert.equal(cutStart('src/rows.ts', 8), '…rows.ts');
    assert.equal(cutEnd('変数変数', 4), '変…');
    assert.equal(cutEnd('abc', 3), 'abc');
  });
});
