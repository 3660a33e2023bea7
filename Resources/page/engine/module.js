// The engine's module, put together of the blocks that Tools/wasm-pieces took it apart into.
function assemble(bytes) {
  const blocks = [];
  for (let at = 0; at < bytes.length;) {
    const count = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0, true);
    blocks.push({ bytes: bytes.subarray(at + 4, at += 4 + count), at: 0 });
  }
  const [head, tail, { bytes: operands }, ...streams] = blocks;
  const [opcodes, locals, , , , , labels, declarations] = streams;
  const module = new Uint8Array(2 * bytes.length);
  let end = 0;
  const next = stream => stream.bytes[stream.at++];
  const read = stream => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = next(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const write = value => {
    for (; value > 127; value >>= 7) module[end++] = value | 128;
    module[end++] = value;
  };
  const readAndWrite = stream => {
    const value = read(stream);
    write(value);
    return value;
  };
  const copy = (stream, count) => { while (count--) module[end++] = next(stream); };
  // Of any sign and size.
  const copyNumber = stream => { while ((module[end++] = next(stream)) > 127); };
  // What is written after its count, for which there are four bytes.
  const counted = make => {
    const start = end += 4;
    make();
    const count = end - start;
    for (let i = 0; i < 4; i++) module[start - 4 + i] = count >> 7 * i & 127 | (i < 3) << 7;
  };
  const local = recent => {
    const place = read(locals);
    while (recent.length <= place) recent.push(recent.length);
    recent.unshift(...recent.splice(place, 1));
    write(recent[0]);
  };
  const operand = (kind, recent) => {
    if (kind === 255) for (let count = readAndWrite(labels) + 1; count; count--) copyNumber(labels);
    else if (kind === 2) local(recent);
    else if (kind > 8) copy(streams[kind - 1 & 7], kind - 1 >> 3);
    else if (kind) copyNumber(streams[kind - 1]);
  };
  const body = () => {
    for (let count = readAndWrite(declarations); count; count--) { copyNumber(declarations); copy(declarations, 1); }
    const recent = [];
    for (let depth = 1; depth;) {
      const code = readOpcode();
      depth += (code > 1 && code < 5) - (code === 11);
      for (let i = 0; i < 3; i++) operand(operands[3 * code + i], recent);
    }
  };
  const readOpcode = () => {
    const code = module[end++] = next(opcodes);
    return code < 252 || code > 253 ? code : readAndWrite(opcodes) + 256 * (code - 251);
  };
  copy(head, head.bytes.length);
  module[end++] = 10;
  counted(() => { for (let count = readAndWrite(declarations); count; count--) counted(body); });
  copy(tail, tail.bytes.length);
  return module.subarray(0, end);
}
