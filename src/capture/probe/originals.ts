import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

// Taken before the program runs: it may replace JSON, mock `fs` or patch `process` later.
export const { parse, stringify } = JSON;
export const { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } = fs;
export const { join } = path;
/** The program may delete the global. */
export const program = process;
export const now: () => number = performance.now.bind(performance);
const cpuUsage = program.cpuUsage.bind(program);
export const { defineProperty } = Object;
export const { apply, construct, get: getProperty } = Reflect;

/** Milliseconds since 1970 by the steady clock: comparable between threads. */
export const sharedNow = (): number => performance.timeOrigin + now();

/** For modules that are slow to load, or that may refuse to load on this Node. */
export const loadModule = createRequire(__filename);

/** User and system time of the whole process, ms. */
export const processCpu = (): number => {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
};

/** Measures a piece of our own work in the main thread, ms: its CPU time, on a busy machine less than its wall time. */
export const startMeter = (): (() => number) => {
  const wall = now();
  const cpu = processCpu();
  return () => Math.min(now() - wall, processCpu() - cpu);
};
