import { growingInts } from '../../model/growing-column.ts';
import type { Problem } from '../../model/problem.ts';
import type { NamedFunctions } from '../../model/weight-builder.ts';
import { type FormatReader, mostProfiles, type ReadProfiles, tooManyProfiles } from '../format-reader.ts';
import { FrameSet } from '../frame-set.ts';
import { JsonWalker } from '../json/json-walker.ts';
import { array, checkedNumber, checkedText, number, object, type Shape, text, type Verdict } from '../json/shape.ts';
import { ProfileDraft } from './profile-draft.ts';
import { speedscopeUnits } from './units.ts';

const mostFrames = 0x7fffff00;
const largestPlace = 0x7fffffff;

/** speedscope's own format: frames shared by all profiles, each of which lists stacks with weights, or frames that open and close. */
export class SpeedscopeReader implements FormatReader {
  readonly #frames = new FrameSet();
  readonly #idle = this.#frames.add(this.#frames.word('(idle)'), 0, 0, 0);
  /** By frame of the file: the function it is. */
  readonly #functions = growingInts();
  readonly #drafts: ProfileDraft[] = [];
  readonly #units = new Map([...speedscopeUnits].map(([word, unit]) => [this.#frames.word(word), unit]));
  readonly #kinds = new Map((['evented', 'sampled'] as const).map((kind) => [this.#frames.word(kind), kind]));
  readonly #opens = this.#frames.word('O');
  readonly #closes = this.#frames.word('C');
  readonly #walker = new JsonWalker(this.#documentShape(), this.#frames.texts);
  #framesCame = false;
  #active = 0;

  push(chunk: Uint8Array): void {
    this.#walker.push(chunk);
  }

  end(): ReadProfiles {
    const walker = this.#walker;
    walker.end();
    const problem = walker.fault ?? this.#findMissing();
    if (problem !== null) return { ok: false, problem };
    const functions = this.#listFunctions();
    const problems: Problem[] = walker.done ? [] : [{ code: 'truncated', message: 'The file is cut off; what is whole is shown', byte: walker.total }];
    const { strings } = functions;
    const named = this.#drafts.filter((draft) => draft.check() === undefined || (!walker.done && draft.unit !== null && draft.kind !== null)).map((draft, index) => {
      const finished = draft.finish(functions, `profiles[${index}]`, strings[draft.name]);
      problems.push(...finished.problems);
      return finished.named;
    });
    const active = named[this.#active];
    const shown = active === undefined || active.value === named[0].value ? named : [active, ...named.filter((one) => one !== active)];
    return { ok: true, value: shown, problems };
  }

  #findMissing(): Problem | null {
    const { done, total } = this.#walker;
    const [first] = this.#drafts;
    if (first === undefined || first.unit === null || first.kind === null) return done ? { code: 'missing-field', message: 'The file holds no profile', field: 'profiles' } : { code: 'truncated', message: 'The file is cut off before its first profile', byte: total };
    const index = this.#drafts.findIndex(({ largestFrame }) => largestFrame >= this.#functions.length);
    return index < 0 ? null : { code: 'unknown-id', message: `There is no frame ${this.#drafts[index].largestFrame}`, field: `profiles[${index}]` };
  }

  /** Rows as the trees name them: `(root)`, `(idle)`, then the file's frames. */
  #listFunctions(): NamedFunctions {
    const { strings, functions } = this.#frames.toFunctions();
    const rows = Int32Array.from([this.#frames.root, this.#idle, ...this.#functions.toColumn()]);
    const pick = (column: Int32Array): Int32Array => rows.map((row) => column[row]);
    const { name, url, scriptId, line, column } = functions;
    return { strings, functions: { length: rows.length, name: pick(name), url: pick(url), scriptId: pick(scriptId), line: pick(line), column: pick(column) } };
  }

  #documentShape(): Shape {
    return object({
      shared: object({ frames: array(this.#frameShape(), { end: () => { this.#framesCame = true; return undefined; } }) }),
      profiles: array(this.#profileShape()),
      activeProfileIndex: number((index) => { this.#active = index; }),
    });
  }

  #frameShape(): Shape {
    const none = { name: 0, file: 0, line: 0, column: 0 };
    let frame = none;
    const place = (value: number): number => (Number.isInteger(value) && value > 0 && value <= largestPlace ? value : 0);
    return object({
      name: text((row) => { frame.name = row; }),
      file: text((row) => { frame.file = row; }),
      line: number((value) => { frame.line = place(value); }),
      col: number((value) => { frame.column = place(value); }),
    }, {
      begin: () => { frame = { ...none }; },
      end: () => {
        this.#functions.push(this.#frames.add(frame.name, frame.file, frame.line, frame.column));
        return undefined;
      },
    });
  }

  get #draft(): ProfileDraft {
    return this.#drafts[this.#drafts.length - 1];
  }

  #profileShape(): Shape {
    const stack = array(checkedNumber((frame) => this.#check(frame) ?? this.#push(frame)), {
      begin: () => this.#draft.beginStack(),
      end: () => { this.#draft.endStack(); return undefined; },
    });
    return object({
      name: text((row) => { this.#draft.name = row; }),
      type: checkedText((row) => this.#setKind(row)),
      unit: checkedText((row) => this.#setUnit(row)),
      startValue: number((value) => { this.#draft.startValue = value; }),
      endValue: number((value) => { this.#draft.endValue = value; }),
      samples: array(stack),
      weights: array(checkedNumber((weight) => this.#draft.pushWeight(weight))),
      events: array(this.#eventShape()),
    }, { begin: () => void this.#drafts.push(new ProfileDraft(this.#frames)), end: () => (this.#drafts.length > mostProfiles ? tooManyProfiles : this.#draft.check()) });
  }

  #eventShape(): Shape {
    let event = { type: -1, frame: -1, at: NaN };
    return object({
      type: text((row) => { event.type = row; }),
      frame: checkedNumber((frame) => { event.frame = frame; return this.#check(frame); }),
      at: number((at) => { event.at = at; }),
    }, {
      begin: () => { event = { type: -1, frame: -1, at: NaN }; },
      end: () => {
        const { type, frame, at } = event;
        if (type !== this.#opens && type !== this.#closes) return { code: 'wrong-type', message: 'An event is neither "O" (opens) nor "C" (closes)' };
        if (frame < 0 || Number.isNaN(at)) return { code: 'missing-field', message: `An event has no ${frame < 0 ? 'frame' : 'at'}` };
        return this.#draft.pushEvent(type === this.#opens, frame, at);
      },
    });
  }

  #check(frame: number): Verdict {
    const known = this.#framesCame ? this.#functions.length : mostFrames;
    return Number.isInteger(frame) && frame >= 0 && frame < known ? undefined : { code: 'unknown-id', message: `There is no frame ${frame}` };
  }

  #push(frame: number): undefined {
    this.#draft.pushFrame(frame);
    return undefined;
  }

  #setKind(row: number): Verdict {
    const kind = this.#kinds.get(row);
    if (kind === undefined) return { code: 'wrong-type', message: 'The type of a profile is neither "evented" nor "sampled"' };
    this.#draft.kind = kind;
    return undefined;
  }

  #setUnit(row: number): Verdict {
    const unit = this.#units.get(row);
    if (unit === undefined) return { code: 'wrong-type', message: 'The unit is none of speedscope\'s' };
    this.#draft.unit = unit;
    return undefined;
  }
}
