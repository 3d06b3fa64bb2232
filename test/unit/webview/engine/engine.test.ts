import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { RequestFailure, type Port } from '../../../../src/protocol/peer.ts';
import { connectEngine, type ConnectedEngine } from '../../../../src/webview/engine/connect-engine.ts';
import { serveEngine } from '../../../../src/webview/engine/serve-engine.ts';
import { drawFlame, everything, nameOf, printBoxes, printCalls, rowNamed } from '../../core/layout/flame-fixture.ts';

const portOf = (port: MessagePort): Port => ({ post: (message, transfer = []) => port.postMessage(message, [...transfer]), listen: (receive) => void port.on('message', receive) });

describe('the layout engine over its wire', () => {
  let close: () => void = () => undefined;
  let engine: ConnectedEngine;
  const drawn = ['main   main    (idle)\nparse  render', 'other'];

  beforeEach(() => {
    const { port1, port2 } = new MessageChannel();
    serveEngine(portOf(port2), () => new Promise((resolve) => setImmediate(resolve)));
    engine = connectEngine(portOf(port1));
    close = () => port1.close();
  });
  afterEach(() => close());

  it('takes the columns of the lanes over and leaves the names here', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    assert.equal(data.lanes[0].nodes.self.length, 0);
    assert.equal(nameOf(data, 0), '(root)');
  });

  it('answers each view of the scope', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    const view = await engine.setScope({ ...everything, lanes: [0] });
    assert.ok(view);
    assert.deepEqual(printCalls(data, view.tree), ['(root) 3', '  main 2', '    parse 1 (1)', '    render 1 (1)', '  (idle) 1 (1)']);
    assert.deepEqual(printBoxes(data, view.tree, await engine.leftHeavy()), ['(root) 0–3', 'main 0–2 | (idle) 2–3', 'parse 0–1 | render 1–2']);
    const chart = await engine.chart(0);
    assert.ok(chart);
    assert.equal(printBoxes(data, chart, chart.boxes)[2], 'parse 0–1 | render 1–2');
    assert.equal(await engine.chart(1), null);
    const { callers, callees } = await engine.sandwich(rowNamed(data, 'main'));
    assert.deepEqual([callers.boxes.depth, callees.boxes.depth], [1, 2]);
    assert.deepEqual([...(await engine.overview(3)).busy], [1, 1, 0]);
    assert.deepEqual(await engine.lines(rowNamed(data, 'parse')), [{ line: 20, self: 1000, ticks: 1 }]);
    // What was answered once can be answered again: nothing kept was given away.
    assert.deepEqual(printBoxes(data, view.tree, await engine.leftHeavy())[1], 'main 0–2 | (idle) 2–3');
  });

  it('draws the chart before any sum is asked for, in the rows that the sums have', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    const chart = await engine.chart(0);
    assert.ok(chart);
    const view = await engine.setScope(everything);
    assert.deepEqual(chart.func, view?.tree.func);
    assert.deepEqual(printBoxes(data, chart, chart.boxes), ['(root) 0–3', 'main 0–2 | (idle) 2–3', 'parse 0–1 | render 1–2']);
  });

  it('keeps the rows of the chart whatever the range, and gives them anew for other calls', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    const before = await engine.chart(0);
    await engine.setScope({ ...everything, range: [0, 1000] });
    assert.deepEqual(await engine.chart(0), before);
    const view = await engine.setScope({ ...everything, transforms: [{ kind: 'hide', func: rowNamed(data, 'main') }] });
    const hidden = await engine.chart(0);
    assert.ok(hidden);
    assert.deepEqual(hidden.func, view?.tree.func);
    assert.deepEqual(printBoxes(data, hidden, hidden.boxes), ['(root) 0–3', 'parse 0–1 | render 1–2 | (idle) 2–3']);
  });

  it('opens the bottom-up tree row by row', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    const top = await engine.callers(null);
    assert.deepEqual(top.map(({ func, hasCallers }) => [nameOf(data, func), hasCallers]).sort(), [['(idle)', false], ['other', false], ['parse', true], ['render', true]]);
    const parse = top.find(({ func }) => nameOf(data, func) === 'parse');
    assert.deepEqual((await engine.callers(parse?.id ?? -1)).map(({ func, self, samples }) => [nameOf(data, func), self, samples]), [['main', 1000, 1]]);
    assert.deepEqual(await engine.callers(99), []);
  });

  it('sets the first lanes against the others, with the transforms of the scope', async () => {
    const data = drawFlame(['main   main\nparse  slow', 'main\nparse']);
    await engine.open(data);
    await engine.setScope({ ...everything, transforms: [{ kind: 'focus', func: rowNamed(data, 'main') }] });
    for (let time = 0; time < 2; time++) {
      const { before, after, vanished } = await engine.difference(1);
      assert.deepEqual(printBoxes(data, before.tree, before.boxes), ['(root) 0–2', 'main 0–2', 'parse 0–1 | slow 1–2']);
      assert.deepEqual(printBoxes(data, after.tree, after.boxes), ['(root) 0–1', 'main 0–1', 'parse 0–1']);
      assert.deepEqual([...vanished.tops].map((row) => nameOf(data, vanished.tree.func[row])), ['slow']);
      assert.equal(before.functions.self[rowNamed(data, 'parse')], after.functions.self[rowNamed(data, 'parse')]);
    }
  });

  it('answers null for a scope that was superseded, and views with the newest', async () => {
    const data = drawFlame(drawn);
    await engine.open(data);
    const [first, second, boxes] = await Promise.all([engine.setScope(everything), engine.setScope({ ...everything, lanes: [1] }), engine.leftHeavy()]);
    assert.equal(first, null);
    assert.equal(second?.functions.all, 1000);
    assert.equal(boxes.edges[boxes.right[0]], 1000);
  });

  it('fails in words before there is a profile', async () => {
    await assert.rejects(engine.leftHeavy(), (error) => error instanceof RequestFailure && /no profile yet/.test(error.message));
  });
});
