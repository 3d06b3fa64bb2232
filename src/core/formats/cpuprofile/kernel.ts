import { kernelLoader } from '../../model/load-kernel.ts';
import { readKernelCode } from './read-kernel-code.ts';

interface Address {
  readonly value: number;
}

/** What kernel/read/index.ts exports. Addresses are in bytes. */
interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly inputAt: Address;
  readonly inputMost: Address;
  readNodes(at: number, limit: number, childBase: number, tickBase: number): number;
  mapFrames(): void;
  countNodes(): number;
  countChildren(): number;
  countTicks(): number;
  readonly idsAt: Address;
  readonly framesAt: Address;
  readonly hitsAt: Address;
  readonly childEndsAt: Address;
  readonly tickEndsAt: Address;
  readonly tickLinesAt: Address;
  readonly tickCountsAt: Address;
  readNumbers(at: number, limit: number, signed: boolean): number;
  countNumbers(): number;
  readonly numbersAt: Address;
  countFrames(): number;
  isFull(): boolean;
  forgetFrames(): void;
  readonly textStartsAt: Address;
  readonly fieldsAt: Address;
  readonly rowsAt: Address;
}

/** The innermost loops of reading, compiled from kernel/read, and the memory they work in. */
export class Kernel {
  readonly does: KernelExports;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly words: Int32Array<ArrayBuffer>;
  /** Where the bytes to read must lie. */
  readonly input: Uint8Array<ArrayBuffer>;

  private constructor() {
    this.does = load() as KernelExports;
    const { memory, inputAt, inputMost } = this.does;
    this.bytes = new Uint8Array(memory.buffer);
    this.words = new Int32Array(memory.buffer);
    this.input = this.bytes.subarray(inputAt.value, inputAt.value + inputMost.value);
  }

  /** One that nobody uses. Made once a thread mostly: each reserves gigabytes of addresses. */
  static take(): Kernel {
    const kernel = idle.pop() ?? new Kernel();
    kernel.does.forgetFrames();
    return kernel;
  }

  giveBack(): void {
    if (!idle.includes(this)) idle.push(this);
  }

  /** Numbers at an address of the kernel's, as they are until its next call. */
  column({ value }: Address, length: number): Int32Array {
    return this.words.subarray(value >> 2, (value >> 2) + length);
  }
}

const load = kernelLoader(readKernelCode);
const idle: Kernel[] = [];
