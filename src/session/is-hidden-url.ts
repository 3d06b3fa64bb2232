import { isProbeUrl } from './is-probe-url.ts';

/** Node's eraser of types and what it loads: a megabyte of WebAssembly, in a short run more work than the program's own. */
const typeEraser = /^node:internal\/deps\/amaro\//;

/** Whether a script's functions are no reader's business: the probe's, and those with which Node erases types. Their time counts for the program's start. */
export const isHiddenUrl = (url: string): boolean => typeEraser.test(url) || isProbeUrl(url);
