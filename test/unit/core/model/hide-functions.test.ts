import assert from 'node:assert/strict';
import { hideFunctions } from '../../../../src/core/model/hide-functions.ts';
import { printTree, profileFromText } from '../../../helpers/profile-fixture.ts';

describe('hideFunctions', () => {
  it("gives the probe's time and Node's work for it to the program, and keeps the user's code below it", () => {
    const profile = profileFromText(`
      load@node:module:1     load@node:module:1     load@node:module:1  main
      start@/x/probe.cjs:1   start@/x/probe.cjs:1   main
      post@node:inspector:1  emit@node:events:1
                             onExit
    `);
    const hidden = hideFunctions(profile, (url) => url === '/x/probe.cjs');
    assert.equal(printTree(hidden).replace(/^\n/, ''), [
      '- (root) (total: 4, self: 0)',
      '  - load (total: 3, self: 0)',
      '    - (root) (total: 2, self: 0)',
      '      - (root) (total: 1, self: 1)',
      '      - (root) (total: 1, self: 0)',
      '        - onExit (total: 1, self: 1)',
      '    - main (total: 1, self: 1)',
      '  - main (total: 1, self: 1)',
    ].join('\n'));
  });

  it('changes nothing where nothing is hidden', () => {
    const profile = profileFromText('main  main');
    assert.equal(hideFunctions(profile, () => false), profile);
  });
});
