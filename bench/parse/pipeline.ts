// What the parse benchmark bundles: the product's own way from bytes to hot functions and lines, without source maps.
import { analyze } from '../../src/core/model/analyze.ts';
import type { Analysis } from '../../src/core/model/analysis.ts';
import type { Profile } from '../../src/core/model/profile.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';

export { createCpuProfileReader } from '../../src/core/formats/cpuprofile/index.ts';

export function findHotspots(profile: Profile): Analysis {
  const summary = { label: '', pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
  return analyze([{ located: locateProfile(profile, new Map(), 'posix'), summary }]);
}
