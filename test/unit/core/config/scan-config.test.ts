import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/core/config/scan-config.ts';
import { parseJson } from '../../../../src/core/config/parse-json.ts';

const said = (text: string): string[] => readConfig(text).problems.map(({ message }) => message);

describe('flameline.config.json', () => {
  it('names an unknown field with its place and the fields most like it', () => {
    assert.deepEqual(said('{\n  "rules": {},\n  "clint": []\n}'), ['`clint` is unknown; allowed: clients (line 3, column 3)']);
    assert.deepEqual(said('{ "rules": { "n-plus-on": "off" } }'), ['`rules.n-plus-on` is unknown; allowed: n-plus-one (line 1, column 14)']);
    assert.deepEqual(said('{ "zzzzzz": 1 }'), ['`zzzzzz` is unknown; allowed: $schema, clients, rules, ignore or entries (line 1, column 3)']);
  });

  it('names a wrong value with what is allowed', () => {
    assert.deepEqual(said('{ "rules": { "n-plus-one": "loud" } }'), ['`rules.n-plus-one` must be off, error, warning, info or hint, not "loud" (line 1, column 28)']);
    assert.deepEqual(said('{ "ignore": ["a", 7] }'), ['`ignore[1]` must be a text, not a number (line 1, column 19)']);
    assert.deepEqual(said('{ "clients": [{ "reads": ["a b"] }] }'), [
      '`clients[0].name` is missing (line 1, column 15)', '`clients[0].reads[0]` must be a name such as fetchOne or db.fetchOne, not "a b" (line 1, column 27)',
    ]);
    assert.deepEqual(said('[]'), ['It must be an object, not a list (line 1, column 1)']);
    assert.deepEqual(said('{ "ignore": [], "ignore": [] }'), ['`ignore` is written twice (line 1, column 17)']);
  });

  it('says where it is no JSON', () => {
    assert.deepEqual(said(''), ['It is no JSON: a value is missing (line 1, column 1)']);
    assert.deepEqual(said('{\n "ignore" []}'), ['It is no JSON: ":" is missing (line 2, column 11)']);
    assert.deepEqual(said('{ "ignore": ["a" "b"] }'), ['It is no JSON: "," or "]" is missing (line 1, column 18)']);
    assert.deepEqual(said('{ ignore: [] }'), ['It is no JSON: a name in quotes is missing (line 1, column 3)']);
    assert.deepEqual(said('{} {}'), ['It is no JSON: there is text after its end (line 1, column 4)']);
    assert.deepEqual(said('"\\q"'), ['It is no JSON: a text does not end or holds what none may (line 1, column 1)']);
    assert.match(said('['.repeat(5000))[0], /nested deeper than 100 \(line 1, column 102\)/);
  });

  it('may hold comments, a byte order mark and a comma at the end', () => {
    assert.deepEqual(said('\uFEFF{ // ours\n "ignore": ["a", /* and */ "b",],\n}'), []);
  });

  it('keeps what is right of a file that is wrong elsewhere', () => {
    const { config } = readConfig('{ "ignore": ["a/**", 1], "rules": { "n-plus-one": "off", "slow-regexp": "x" }, "clients": [{ "name": "d", "reads": ["f"] }, 1] }');
    assert.deepEqual([config.ignore, config.rules, config.clients.map(({ exports }) => Object.keys(exports))], [['a/**'], { 'n-plus-one': 'off' }, [['f']]]);
  });

  it('believes nothing of a client that is wrong anywhere, and all of the others', () => {
    const wrong = ['"from": "./lib/db.ts"', '"from": ["./lib/db.ts", 1]', '"reads": ["?"]', '"kind": "querry"', '"form": ["./lib/db.ts"]'];
    for (const field of wrong) {
      const { config } = readConfig(`{ "clients": [{ "name": "db", "writes": ["get"], ${field} }, { "name": "other", "reads": ["ask"] }] }`);
      assert.deepEqual(config.clients.map(({ id, name }) => [id, name]), [['config/1', 'other']], field);
    }
  });

  it('goes by no list that is too long, and by none that is written twice', () => {
    const many = (count: number, item: unknown): string => JSON.stringify(Array.from({ length: count }, () => item));
    const { config } = readConfig(`{ "clients": ${many(101, { name: 'd', reads: ['f'] })}, "ignore": ${many(501, '**')}, "entries": ["a.ts"], "entries": ["b.ts"] }`);
    assert.deepEqual([config.clients, config.ignore, config.entries], [[], [], []]);
    const { config: full } = readConfig(`{ "clients": ${many(100, { name: 'd', reads: ['f'] })}, "ignore": ${many(500, '**')} }`);
    assert.deepEqual([full.clients.length, full.ignore.length], [100, 500]);
  });

  it('reads JSON as JSON.parse does', () => {
    for (const text of ['{"a":[1,-2.5e3,true,false,null,"x\\n\\u0041"],"b":{}}', '0', '"\\ud83d"', '[[],{}]']) {
      const plain = (node: ReturnType<typeof parseJson>): unknown =>
        node.kind === 'object' ? Object.fromEntries(node.members.map(({ name, value }) => [name, plain(value)])) : node.kind === 'array' ? node.items.map(plain) : node.kind === 'text' ? node.text : node.value;
      assert.deepEqual(plain(parseJson(text)), JSON.parse(text), text);
    }
  });

  it('tells the first hundred of many problems', () => {
    const { config, problems } = readConfig(`{ "ignore": [${'1, '.repeat(60_000)}"a"] }`);
    assert.deepEqual([problems.length, problems[99].field, config.ignore], [100, 'ignore[98]', []]);
  });
});
