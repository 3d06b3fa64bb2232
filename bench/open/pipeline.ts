// What the open benchmark bundles: the product's own way from bytes to the first picture, without source maps.
import { buildFlameData } from '../../src/core/model/build-flame-data.ts';
import type { Profile } from '../../src/core/model/profile.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';
import { LayoutEngine } from '../../src/webview/engine/layout-engine.ts';

export { createCpuProfileReader } from '../../src/core/formats/cpuprofile/index.ts';

export function openViews(profile: Profile): readonly unknown[] {
  const summary = { label: '', pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
  const engine = new LayoutEngine(buildFlameData([{ located: locateProfile(profile, new Map(), 'posix'), summary }]));
  return [engine.chart(0), engine.leftHeavy()];
}
