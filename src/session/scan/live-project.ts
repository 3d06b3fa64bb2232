import { isAbsolute, relative, sep } from 'node:path';
import type { Finding } from '../../core/model/finding.ts';
import type { Peer } from '../../protocol/peer.ts';
import { isFindings, isNothing, workerMethods } from '../../protocol/worker.ts';
import type { OpenProjectRequest } from '../../protocol/worker.ts';
import { type AnalysisThread, startThread } from '../analysis-thread.ts';
import { sayStopped } from '../ask-thread.ts';

export interface LiveProjectOptions {
  /** Ids of rules; empty = all. */
  readonly rules?: readonly string[];
  /** Absolute folder of the facts that scans keep; they are read, never written. */
  readonly factsFolder?: string | null;
}

/** A project whose files are analysed while they are edited, in a thread of its own that starts with the first question. */
export interface LiveProject {
  /** The findings of a file, `text` in place of what is on disk; `null` for that. A file that a scan leaves out has none. */
  analyse(file: string, text: string | null): Promise<readonly Finding[]>;
  /** Files were made, changed or removed on disk. */
  changed(files: readonly string[]): void;
  dispose(): void;
}

/** As a scan's first; a project that fills it starts anew with the next question. */
const heapMb = 1024;

class ThreadedProject implements LiveProject {
  readonly #request: OpenProjectRequest;
  #thread: AnalysisThread | null = null;
  #asked = 0;
  #disposed = false;

  constructor(request: OpenProjectRequest) {
    this.#request = request;
  }

  async analyse(file: string, text: string | null): Promise<readonly Finding[]> {
    const path = this.#pathOf(file);
    if (path === null) return [];
    const thread = this.#take();
    this.#asked++;
    thread.worker.ref();
    try {
      return await thread.peer.request(workerMethods.analyseFile, { path, text }, isFindings);
    } catch (error) {
      this.#drop(thread);
      throw sayStopped(error, file);
    } finally {
      // Only a question keeps the process alive.
      if (--this.#asked === 0) thread.worker.unref();
    }
  }

  changed(files: readonly string[]): void {
    const paths = files.flatMap((file) => this.#pathOf(file) ?? []);
    // A thread that has not started reads the disk as it is then.
    if (this.#thread && paths.length > 0) void this.#thread.peer.request(workerMethods.filesChanged, paths, isNothing).catch(() => undefined);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#thread) this.#drop(this.#thread);
  }

  #pathOf(file: string): string | null {
    const path = relative(this.#request.root, file);
    return path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? null : path.split(sep).join('/');
  }

  #take(): AnalysisThread {
    if (this.#disposed) throw new Error('The project is closed.');
    if (this.#thread) return this.#thread;
    const thread = startThread(heapMb);
    this.#thread = thread;
    // Requests are answered in their order, so the first file waits for the project; a failure is the file's, too.
    void open(thread.peer, this.#request);
    return thread;
  }

  /** The next question starts another thread. */
  #drop(thread: AnalysisThread): void {
    if (this.#thread === thread) this.#thread = null;
    thread.end('The project is closed.');
  }
}

const open = (peer: Peer, request: OpenProjectRequest): Promise<unknown> => peer.request(workerMethods.openProject, request, isNothing).catch(() => undefined);

/** Keeps a project read and linked for the files of it that are open. Nothing is read before the first question. */
export const openLiveProject = (root: string, { rules = [], factsFolder = null }: LiveProjectOptions = {}): LiveProject => new ThreadedProject({ root, rules, factsFolder });
