import { literalsAt } from './memory';

// What V8 writes between the values, and how long it is.
export const idKey: i32 = literalsAt;
export const idLength: i32 = 6;
export const nameKey: i32 = literalsAt + 32;
export const nameLength: i32 = 30;
export const scriptKey: i32 = literalsAt + 64;
export const scriptLength: i32 = 14;
export const urlKey: i32 = literalsAt + 96;
export const urlLength: i32 = 9;
export const lineKey: i32 = literalsAt + 128;
export const lineLength: i32 = 15;
export const columnKey: i32 = literalsAt + 160;
export const columnLength: i32 = 16;
export const hitsKey: i32 = literalsAt + 192;
export const hitsLength: i32 = 13;
export const childrenKey: i32 = literalsAt + 224;
export const childrenLength: i32 = 13;
export const ticksKey: i32 = literalsAt + 256;
export const ticksLength: i32 = 18;
export const tickLineKey: i32 = literalsAt + 288;
export const tickLineLength: i32 = 8;
export const tickCountKey: i32 = literalsAt + 320;
export const tickCountLength: i32 = 9;

/** Into memory as bytes. */
export function writeLiterals(): void {
  write(idKey, '{"id":');
  write(nameKey, ',"callFrame":{"functionName":"');
  write(scriptKey, '","scriptId":"');
  write(urlKey, '","url":"');
  write(lineKey, '","lineNumber":');
  write(columnKey, ',"columnNumber":');
  write(hitsKey, '},"hitCount":');
  write(childrenKey, ',"children":[');
  write(ticksKey, ',"positionTicks":[');
  write(tickLineKey, '{"line":');
  write(tickCountKey, ',"ticks":');
}

function write(at: i32, text: string): void {
  for (let index = 0; index < text.length; index++) store<u8>(at + index, text.charCodeAt(index));
}
