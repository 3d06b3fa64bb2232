import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

describe('an object that gets its members one by one', () => {
  it('has those written in its file', () => {
    assert.equal(linked({ 'main.js': 'const api = {}; api.load = function load() {}; const found = api.load;' }), 'function load');
  });

  it('has those another module writes onto it', () => {
    const files = { 'index.js': "const users = {}; require('./load')(users); module.exports = users;", 'load.js': 'module.exports = (users) => { users.load = async () => 1; };' };
    assert.equal(linked({ ...files, 'main.js': "const users = require('./index'); const found = users.load;" }), 'function load');
    assert.equal(linked({ ...files, 'main.js': "const users = require('./index'); const found = users.save;" }), '?');
  });

  it('may be the exports themselves', () => {
    const index = "const Users = module.exports; Users.all = () => 1; require('./load')(Users);";
    const files = { 'users.js': index, 'load.js': 'module.exports = function (Users) { Users.load = async () => 1; };' };
    assert.equal(linked({ ...files, 'main.js': "const users = require('./users'); const found = users.all;" }), 'function all');
    assert.equal(linked({ ...files, 'main.js': "const users = require('./users'); const found = users.load;" }), 'function load');
  });

  it('is known inside the module that fills it, with what other modules write', () => {
    const files = {
      'users.js': "const Users = module.exports; require('./load')(Users); require('./main')(Users);",
      'load.js': 'module.exports = function (Users) { Users.load = async () => 1; };',
    };
    assert.equal(linked({ ...files, 'main.js': 'let found; module.exports = function (Users) { found = Users.load; };' }), 'function load');
  });

  it('takes the members Object.assign copies', () => {
    assert.equal(linked({ 'main.js': 'const api = {}; const more = { load() {} }; Object.assign(api, more); const found = api.load;' }), 'function load');
  });

  it('may be spread into itself', () => {
    assert.equal(linked({ 'main.js': 'let state = { a: 1 }; state = { ...state, b: 2 }; state = { ...state, c: 3 }; const found = state.load;' }), '?');
  });
});
