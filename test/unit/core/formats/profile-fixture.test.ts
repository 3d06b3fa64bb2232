import assert from 'node:assert/strict';
import { drawProfile, printTree, profileFromText } from '../../../helpers/profile-fixture.ts';

const drawing = `
  main    main                      main    (idle)
  parse   parse                     render
  row+12  map@node:internal/x:3:7
`;

describe('a profile drawn as text', () => {
  it('reads back as the tree one sees', () => {
    assert.equal(printTree(profileFromText(drawing)), [
      '- (root) (total: 4, self: 0)',
      '  - main (total: 3, self: 0)',
      '    - parse (total: 2, self: 0)',
      '      - row (total: 1, self: 1)',
      '      - map (total: 1, self: 1)',
      '    - render (total: 1, self: 1)',
      '  - (idle) (total: 1, self: 1)',
    ].join('\n'));
  });

  it('keeps places: a line of its own for a bare name, the given url, line, column and running line otherwise', () => {
    const { nodes } = drawProfile(drawing);
    assert.deepEqual(nodes[4].callFrame, { functionName: 'map', scriptId: '2', url: 'node:internal/x', lineNumber: 2, columnNumber: 6 });
    assert.deepEqual(nodes[3].positionTicks, [{ line: 12, ticks: 1 }]);
    assert.deepEqual(nodes.slice(1, 4).map((node) => node.callFrame.lineNumber + 1), [10, 20, 30]);
  });
});
