import assert from 'node:assert/strict';
import { type LoopFlow, readLoopFlow } from '../../../../src/core/rules/loop-flow.ts';
import { parseModule } from '../../../../src/core/syntax/parse-module.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const parser = await loadParser();

/** The flow of the one loop of an async function. */
function flowOf(loop: string): LoopFlow {
  const parsed = parseModule(parser, 'a.ts', `async function* f() { ${loop} }`);
  assert.ok(parsed.ok);
  const [declared] = parsed.program.body;
  const node = declared.type === 'FunctionDeclaration' ? declared.body.body[0] : declared;
  if (node.type === 'ForStatement' && node.init) return readLoopFlow(node.init, node.body);
  assert.ok(node.type === 'ForOfStatement');
  return readLoopFlow(node.left, node.body);
}

const carries = (body: string): boolean => flowOf(`for (const item of items) { ${body} }`).carries;
const exits = (body: string): boolean => flowOf(`for (const item of items) { ${body} }`).exits;

describe('the flow of a loop', () => {
  it('carries nothing when a turn only adds to what nobody reads', () => {
    assert.equal(carries('found.push(await load(item));'), false);
    assert.equal(carries('total += await load(item);'), false);
    assert.equal(carries('byId[item.id] = await load(item);'), false);
    assert.equal(carries('this.sizes[item.id] = await this.load(item);'), false);
  });

  it('carries what a turn changes and a turn reads', () => {
    assert.equal(carries('last = await load(item, last);'), true);
    assert.equal(carries('if (!known.has(item)) known.set(item, await load(item));'), true);
    assert.equal(carries('index++; await load(item, index);'), true);
    assert.equal(carries('this.at = await this.load(this.at, item);'), true);
    assert.equal(carries('state.list.push(await load(item)); if (state.full) note(item);'), true);
    assert.equal(carries('({ cursor } = await load(item, cursor));'), true);
    assert.equal(carries('before = item; await run(() => load(before));'), true);
  });

  it('does not carry what each turn declares anew', () => {
    assert.equal(carries('let text = ""; text += await load(item); await save(text);'), false);
    assert.equal(carries('const parts = []; parts.push(await load(item)); await save(parts);'), false);
    assert.equal(carries('try { await load(item); } catch (error) { error.item = item; note(error); }'), false);
  });

  it('tells a name from a member and a key of the same name', () => {
    assert.equal(carries('size = await load(item); note(item.size, { size: 1 });'), false);
  });

  it('exits where a turn may end the loop', () => {
    assert.equal(exits('if (await load(item)) return item;'), true);
    assert.equal(exits('if (await load(item)) break;'), true);
    assert.equal(exits('if (await load(item)) throw new Error();'), true);
    assert.equal(exits('yield await load(item);'), true);
    assert.equal(exits('outer: for (const x of item) { if (await load(x)) break outer; }'), true);
  });

  it('does not exit where something inside of a turn ends', () => {
    assert.equal(exits('for (const x of item) { if (x) break; } await load(item);'), false);
    assert.equal(exits('switch (item) { case 1: break; } await load(item);'), false);
    assert.equal(exits('if (!item) continue; await load(item);'), false);
    assert.equal(exits('await load(item.filter((x) => { return x; }));'), false);
  });

  it('names what is new in each turn', () => {
    assert.deepEqual(flowOf('for (const { id, name: title } of items) { const [first] = await load(id); }').own, ['id', 'title', 'first']);
    assert.deepEqual(flowOf('for (let at = 0, end = 9; at < end; at++) await load(at);').own, ['at', 'end']);
  });
});
