import assert from 'node:assert/strict';
import { linked } from './link-fixture.ts';

const service = "import { PrismaClient } from '@prisma/client'; export class PrismaService extends PrismaClient {}";

describe('what a parameter without a type stands for', () => {
  it("is a transaction's client, also below a class that extends the client", () => {
    const main = "import { PrismaService } from './service'; let found; new PrismaService().$transaction(async (tx) => { found = tx; });";
    assert.equal(linked({ 'main.ts': main, 'service.ts': service }), 'prisma client');
  });

  it('is what a helper of the project hands to the function it is given', () => {
    const main = "import { Pool } from 'pg'; const withClient = async (work) => { const client = new Pool(); return work(client); }; let found; withClient(async (client) => { found = client; });";
    assert.equal(linked({ 'main.ts': main }), 'pg pool');
  });

  it('is what its callers give, in this file and in others', () => {
    assert.equal(linked({ 'main.js': "const { Pool } = require('pg'); let found; function load(db) { found = db; } load(new Pool());" }), 'pg pool');
    const files = { 'main.js': 'let found; module.exports.load = (id, db) => { found = db; };', 'other.js': "const { Pool } = require('pg'); const { load } = require('./main'); load(1, new Pool());" };
    assert.equal(linked(files), 'pg pool');
  });

  it('is not the function a caller gives: that belongs to the caller', () => {
    assert.equal(linked({ 'main.js': 'let found; const each = (work) => { found = work; }; each(load); function load() {}' }), '?');
  });

  it('is unknown when everybody calls the function', () => {
    const main = { 'main.js': 'let found; exports.load = (db) => { found = db; };' };
    const callers: Record<string, string> = {};
    for (let at = 0; at < 13; at++) callers[`caller${at}.js`] = "const { Pool } = require('pg'); const { load } = require('./main'); load(new Pool());";
    assert.equal(linked({ ...main, ...callers }), '?');
  });

  it('is an element of the list whose method is given the function', () => {
    assert.equal(linked({ 'main.ts': 'class A {} declare const all: A[]; let found; all.forEach((item) => { found = item; });' }), 'instance A');
  });

  it('is the base class of a mixin', () => {
    const main = 'class Store { load() {} } const Logged = (Base) => class extends Base { log() {} }; class Users extends Logged(Store) {} const found = new Users().load;';
    assert.equal(linked({ 'main.ts': main }), 'function load');
    assert.equal(linked({ 'main.ts': main.replace('.load;', '.log;') }), 'function log');
  });
});

describe('a name that says which class it is of', () => {
  const files = { 'user.service.ts': 'export class UserService { load() {} }' };

  it('is believed when the project has one class of that name', () => {
    assert.equal(linked({ ...files, 'main.js': 'const found = context.dataSources.userService;' }), 'instance UserService');
    assert.equal(linked({ ...files, 'main.js': 'const found = context.dataSources.orderService;' }), ':context.dataSources.orderService');
  });

  it('is not believed when there are two, or the name is one of many objects', () => {
    assert.equal(linked({ ...files, 'other.ts': 'class UserService {}', 'main.js': 'const found = context.userService;' }), ':context.userService');
    assert.equal(linked({ 'a.ts': 'class User {}', 'main.js': 'const found = context.user;' }), ':context.user');
  });
});
