import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessExit, ProcessHost, ProcessRequest } from '../../src/capture/launch/process-host.ts';
import type { ProbeConfig, ProbeSidecar } from '../../src/protocol/probe.ts';
import { drawProfile } from './profile-fixture.ts';
import { makeSidecar } from './recording-fixture.ts';

/** No process has it: Linux ends at 2^22, the others below. */
export const nobodysPid = 2 ** 30;

/** A program that a host "started": the test says what it writes and when it ends, no process runs. */
export class FakeRun {
  /** `undefined` when the host can't tell. */
  readonly pid: number | undefined;
  readonly kills: boolean[] = [];
  readonly started: Promise<ProcessRequest>;
  readonly host: ProcessHost;
  #request: ProcessRequest | null = null;
  #end: (exit: ProcessExit) => void = () => undefined;

  constructor(pid: number | null = nobodysPid) {
    this.pid = pid ?? undefined;
    let tell: (request: ProcessRequest) => void = () => undefined;
    this.started = new Promise((done) => (tell = done));
    const exited = new Promise<ProcessExit>((done) => (this.#end = done));
    this.host = (request) => {
      this.#request = request;
      tell(request);
      return Promise.resolve({ pid: this.pid, exited, kill: (hard) => void this.kills.push(hard) });
    };
  }

  /** What the probe was told. */
  get config(): ProbeConfig {
    return JSON.parse(this.#request?.env['FLAMELINE_PROBE'] ?? '{}') as ProbeConfig;
  }

  write(name: string, text = ''): void {
    writeFileSync(join(this.config.folder, name), text);
  }

  /** What a process leaves that ends well: it joined, its profile, its account. */
  leave(facts: Partial<ProbeSidecar> = {}, profile: string | object = drawProfile('main')): void {
    const sidecar = makeSidecar({ pid: this.pid ?? nobodysPid, ...facts });
    const name = `${sidecar.pid}-${sidecar.threadId === 0 ? '0' : `w${sidecar.threadId}`}-1`;
    if (sidecar.threadId === 0) this.write(`${sidecar.pid}-1.live`);
    this.write(`${name}.cpuprofile`, typeof profile === 'string' ? profile : JSON.stringify(profile));
    this.write(`${name}.json`, JSON.stringify(sidecar));
  }

  end(code: number | null = 0, signal: string | null = null): void {
    this.#end({ code, signal });
  }
}
