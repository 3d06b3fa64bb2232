import { pathToFileURL } from 'node:url';
import { bundlePath } from './bundles.ts';

const probe = bundlePath('probe.cjs');
const urls: ReadonlySet<string> = new Set([probe, pathToFileURL(probe).href]);

/** Installed, the bundle lies in a folder named after publisher, name and version; another version may have made the recording. */
const installed = /[\\/]flameline\.flameline-\d[^\\/]*[\\/]dist[\\/]probe\.cjs$/;

/** Whether a script of a profile is the probe that recorded it. */
export const isProbeUrl = (url: string): boolean => urls.has(url) || installed.test(url);
