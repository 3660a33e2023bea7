/** The engine's module, instantiated; values cross as bytes. */
export class Engine {
  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.exports = new WebAssembly.Instance(module).exports;
  }

  /** Calls `glassbox_NAME`, with `bytes` where it takes some: the status and the value of its result. */
  call(name, bytes) {
    const { memory, glassbox_allocate, glassbox_free } = this.exports;
    const input = bytes && glassbox_allocate(bytes.length);
    if (bytes) new Uint8Array(memory.buffer, input, bytes.length).set(bytes);
    const address = this.exports["glassbox_" + name](...(bytes ? [input, bytes.length] : []));
    const length = new DataView(memory.buffer).getUint32(address, true);
    const block = new Uint8Array(memory.buffer, address + 4, length).slice();
    glassbox_free(address);
    if (bytes) glassbox_free(input);
    return { status: block[0], value: block.subarray(1) };
  }
}
