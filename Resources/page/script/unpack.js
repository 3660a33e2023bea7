// What Sources/CPack packed, unpacked by its other half: pieces of the engine, or a text, which stands after its count.
function unpack(module, packed, isText) {
  const { memory, from, to, unpack } = new WebAssembly.Instance(module).exports;
  new Uint8Array(memory.buffer, from(), packed.length).set(packed);
  const plain = new Uint8Array(memory.buffer, to(), unpack(packed.length, isText));
  return plain.slice(isText && plain.findIndex(byte => byte < 128) + 1);
}
