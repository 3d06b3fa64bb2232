import type { ProbeNote } from '../../protocol/probe.ts';
import { apply, getProperty, loadModule, program } from './originals.ts';

const isNode = (file: string): boolean => file === program.execPath || /(^|[\\/])node(\.exe)?$/i.test(file);
/** As the launcher writes it: `addPreload` in capture/launch. */
const ownOption = / ?--require "(?:[^"\\]|\\.)*\/probe\.cjs"/;
const permission = /^--(experimental-)?permission$/;

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

/**
 * Looks at the normalised options of an asynchronous `spawn`. A Node that starts without our preload is noted. One that
 * starts with the permission model gets none: Node 20 would refuse to read the preload and die of it.
 */
const inspectSpawn = (options: unknown, note: (note: ProbeNote) => void): void => {
  if (typeof options !== 'object' || options === null) return;
  const file = getProperty(options, 'file');
  if (!isText(file) || !isNode(file)) return;
  const args = texts(getProperty(options, 'args'));
  const environment = texts(getProperty(options, 'envPairs'));
  const detail = args.slice(1).join(' ').slice(0, 200);
  if (!environment.some((pair) => pair.startsWith('NODE_OPTIONS=') && ownOption.test(pair))) {
    note({ code: 'child-without-probe', detail });
  } else if (args.some((arg) => permission.test(arg))) {
    note({ code: 'permission-denied', detail });
    const kept = environment.map((pair) => (pair.startsWith('NODE_OPTIONS=') ? pair.replace(ownOption, '') : pair));
    Reflect.set(options, 'envPairs', kept);
  }
};

/** Costs nothing until the program starts its first child. Node 18 has no such channel: no notes there. */
export const watchChildren = (note: (note: ProbeNote) => void): void => {
  const { channel }: typeof import('node:diagnostics_channel') = loadModule('node:diagnostics_channel');
  let wrapped = false;
  channel('child_process').subscribe((message) => {
    if (wrapped || typeof message !== 'object' || message === null) return;
    wrapped = true;
    const child: unknown = getProperty(message, 'process');
    const prototype = typeof child === 'object' && child !== null ? Object.getPrototypeOf(child) : null;
    const spawn: unknown = prototype?.spawn;
    if (typeof spawn !== 'function') return;
    prototype.spawn = new Proxy(spawn, {
      apply(target, self, args) {
        try {
          inspectSpawn(args[0], note);
        } catch {
          // The program's call goes on as if we had not looked.
        }
        return apply(target, self, args);
      },
    });
  });
};
