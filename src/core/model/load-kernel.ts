/** Core's types know no host; every host of ours has it. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * Makes instances of a part of kernel/, compiled at the first one, and answers what they export.
 * @param code in hexadecimal
 */
export function kernelLoader(code: string): () => unknown {
  let compiled: object | null = null;
  return () => {
    compiled ??= new WebAssembly.Module(decodeHex(code));
    return new WebAssembly.Instance(compiled).exports;
  };
}

function decodeHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
