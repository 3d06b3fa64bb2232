import assert from 'node:assert/strict';
import { isSmallByName } from '../../../../src/core/rules/lists/small-lists.ts';

const small = (names: string) => isSmallByName(names.split('.'));

describe('names of short lists', () => {
  it('are constants', () => {
    assert.ok(small('ALL_TYPES') && small('db.KINDS'));
    assert.ok(!small('Users'));
  });

  it('are settings, and what is read out of settings', () => {
    assert.ok(small('options.exclude') && small('config.paths') && small('process.argv'));
    assert.ok(!small('optionsOfUsers.rows'));
  });

  it('say by their first word that somebody chose them', () => {
    assert.ok(small('allowedHosts') && small('ignoredPaths') && small('sortedBy'));
    assert.ok(!small('ignoredness') && !small('availability'));
  });

  it('end in a word for what a program has few of', () => {
    assert.ok(small('userRoles') && small('extensions') && small('tableColumns'));
    assert.ok(!small('users') && !small('rows') && !small('columnValues'));
  });
});
