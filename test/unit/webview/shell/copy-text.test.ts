import assert from 'node:assert/strict';
import { frameText, stackText } from '../../../../src/webview/shell/copy-text.ts';
import { drawFlame, rowNamed, scopeOf } from '../../core/layout/flame-fixture.ts';
import { shownOf } from '../shown-fixture.ts';

const data = drawFlame([`
  main    main   main   other
  parse   parse  draw   parse
  row                   native@
`]);
const shown = shownOf(data);
const { tree } = scopeOf(data);
const named = (name: string): number => rowNamed(data, name);
const callOf = (name: string, caller: string): number => Array.from(tree.func).findIndex((func, row) => func === named(name) && tree.func[tree.parent[row]] === named(caller));

describe('what is copied of a frame', () => {
  it('is its name, place and times', () => {
    assert.equal(frameText(shown, named('parse')), 'parse (src/main.js:20)  1.0 ms self, 3.0 ms total, 75.0 %');
  });
  it('leaves the place out where there is none', () => {
    assert.match(frameText(shown, 0), /^\(root\) {2}0 ms self, 4\.0 ms total, 100 %$/);
  });
});

describe('what is copied of a stack', () => {
  it('is the call that was meant and its callers, innermost first, without the root', () => {
    assert.equal(stackText(shown, named('parse'), callOf('parse', 'other')), '    at parse (src/main.js:20)\n    at other (src/main.js:40)'.replace(':40', `:${data.functions.line[named('other')]}`));
  });
  it('is the heaviest call where none was meant, or the row is another function', () => {
    const heaviest = '    at parse (src/main.js:20)\n    at main (src/main.js:10)'.replace(/:20/, `:${data.functions.line[named('parse')]}`).replace(/:10/, `:${data.functions.line[named('main')]}`);
    assert.equal(stackText(shown, named('parse'), -1), heaviest);
    assert.equal(stackText(shown, named('parse'), callOf('draw', 'main')), heaviest);
  });
});
