import assert from 'node:assert/strict';
import type { FlameData } from '../../../src/core/model/flame-data.ts';
import { ownColumns } from '../../../src/editor/panels/own-columns.ts';
import { drawFlame } from '../core/layout/flame-fixture.ts';

type Column = Int32Array | Float64Array | Uint8Array;
const columnsOf = ({ functions, lanes }: FlameData): Column[] => {
  const parts: object[] = [functions, ...lanes.flatMap(({ nodes, samples, ticks }) => [nodes, samples, ticks])];
  return parts.flatMap((part) => Object.values(part).filter((value): value is Column => ArrayBuffer.isView(value)));
};
/** The same column in the middle of a larger buffer. */
const embedded = (column: Column): Column => {
  const bytes = column.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer((column.length + 2) * bytes);
  const [make, inside] = [column.constructor as Float64ArrayConstructor, buffer];
  const view = new make(inside, bytes, column.length);
  view.set(column);
  return view;
};

describe('Columns that are sent to a page', () => {
  const drawn = drawFlame(['main+2  main+3\nparse', 'worker']);
  const shared: FlameData = structuredClone(drawn);
  const deep = (part: object): void => {
    for (const [key, value] of Object.entries(part)) if (ArrayBuffer.isView(value)) Reflect.set(part, key, embedded(value as Column));
  };
  deep(shared.functions);
  for (const { nodes, samples, ticks } of shared.lanes) [nodes, samples, ticks].forEach(deep);

  it('stand alone in their buffers, and say the same', () => {
    const own = ownColumns(shared);
    assert.deepEqual(own, drawn);
    for (const column of columnsOf(own)) assert.equal(column.byteLength, column.buffer.byteLength);
    assert.ok(columnsOf(own).length > 15);
  });

  it('are not copied when they already do', () => {
    const [alone] = columnsOf(drawn);
    const buffer = alone.slice();
    const data = ownColumns({ ...drawn, functions: { ...drawn.functions, name: buffer as Int32Array } });
    assert.equal(data.functions.name, buffer);
  });
});
