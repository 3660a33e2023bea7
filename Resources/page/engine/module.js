// The engine's module, put together of unpacked pieces; Tools/wasm-pieces says what is in them.
function assemble(bytes) {
  let at = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const count = number();
    return bytes.subarray(at, at += count);
  };
  // Each item comes after a count of what is left out before it, and tells how long it is.
  const items = read => {
    for (let left = number(), place = 0; left; left--) {
      place += number();
      place += read(place) ?? 1;
    }
  };
  const spelt = value => value < 128 ? [value] : [value & 127 | 128, ...spelt(value >> 7)];
  // A section of `count` items, each of which is a list of bytes.
  const section = (kind, count, items) => {
    const parts = [spelt(count), ...items];
    return [[kind, ...spelt(parts.reduce((sum, part) => sum + part.length, 0))], ...parts];
  };
  // Positive, of any size.
  const constant = value => [0x41, ...[0, 7, 14, 21].map(shift => value >> shift & 127 | 128), value >> 28, 0x0b];

  const [before, after] = [text(), text()];
  const [functions, first, places] = [number(), number(), number()];
  const types = Array(functions).fill([0]);
  const bodies = Array(functions).fill([3, 0, 0x00, 0x0b]);
  const table = Array(places).fill([0]);
  const memory = [];
  while (at < bytes.length) {
    items(place => {
      types[place] = spelt(number());
      const start = at;
      text();
      bodies[place] = bytes.subarray(start, at);
    });
    items(place => { table[place] = spelt(number()); });
    items(place => {
      const data = text();
      memory.push([0, ...constant(place), ...spelt(data.length)], data);
      return data.length;
    });
  }
  const module = [
    [before], section(3, functions, types), [after], section(9, 1, [[0, ...constant(first), ...spelt(places)], ...table]),
    section(10, functions, bodies), section(11, memory.length / 2, memory),
  ].flat();
  return new Blob(module.map(part => part instanceof Uint8Array ? part : Uint8Array.from(part))).arrayBuffer();
}
