export { createCpuProfileReader, type CpuProfileReader, parseCpuProfile } from './cpu-profile-reader.ts';
