import assert from 'node:assert/strict';
import { extractFacts } from '../../../../src/core/callgraph/extract-facts.ts';
import { noteReaders } from '../../../../src/core/rules/all-rules.ts';
import { keyKindOf } from '../../../../src/core/rules/cache-keys.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const parser = await loadParser();

/** What the key of the only collection is, in a function with these parameters. */
const kindOf = (key: string, parameters = key): string => {
  const extraction = extractFacts(parser, 'a.ts', `import { Kind, config } from './config';\nconst known = new Map();\nexport function remember(${parameters}) {\n  known.set(${key}, 1);\n}\n`, noteReaders);
  assert.ok(extraction.ok);
  const note = extraction.facts.notes.find(({ rule }) => rule === 'unbounded-cache');
  assert.ok(note);
  return keyKindOf(extraction.facts, note, key);
};

describe('what a collection is keyed by', () => {
  it('is a person or a session, by its name', () => {
    for (const key of ['userId', 'email', 'accessToken', 'session_id', 'remoteIp']) assert.equal(kindOf(key), 'person', key);
    assert.equal(kindOf('`user:${userId}`', 'userId'), 'person');
  });

  it('is data, of which there may be few', () => {
    for (const key of ['boardId', 'id', 'url', 'slug', 'postIds']) assert.equal(kindOf(key), 'data', key);
    assert.equal(kindOf('row.boardId', 'row'), 'data');
  });

  it('is of the program by its name, also where it ends like data', () => {
    for (const key of ['themeId', 'componentId', 'senderId', 'moduleId', 'fileUrl', 'message', 'hashFunction', 'length', 'operator']) assert.equal(kindOf(key), 'few', key);
  });

  it('is no data where a word only ends in the same letters', () => {
    for (const key of ['grid', 'valid', 'zip', 'isPaid', 'curl']) assert.equal(kindOf(key), 'few', key);
  });

  it('is few where its written type may be an enumeration, and not where it is a text or an id', () => {
    assert.equal(kindOf('userId', 'userId: Kind'), 'few');
    assert.equal(kindOf('userId', 'userId: UserId'), 'person');
    assert.equal(kindOf('userId', 'userId: string'), 'person');
  });

  it('is few where it comes from settings, an enumeration or the environment', () => {
    for (const key of ['config.userId', 'Kind.userId', 'process.env.email']) assert.equal(kindOf(key, ''), 'few', key);
  });

  it('is data where it is something of the request, but for what every request says alike', () => {
    for (const key of ['req.path', 'ctx.query.search', 'request.headers.referer']) assert.equal(kindOf(key, 'req, ctx, request'), 'data', key);
    for (const key of ['req.method', 'req.params.type', 'ctx.locale', 'req.query.sortType']) assert.equal(kindOf(key, 'req, ctx'), 'few', key);
  });
});
