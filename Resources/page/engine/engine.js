const { all, make, byId, fragment, hear, decode, unpacked, start, cursor, samples, scrolls, lesson, pieces } = document.currentScript.house;
const { options } = lesson;

// The engine in the page: a WebAssembly module in a worker, which runs the lesson again and tells every epoch.
// Bytes are read as Sources/Engine/Encoding writes them; a trace is read up to the model.
const read = bytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u8 = () => view.getUint8(at++);
  const u32 = () => view.getUint32((at += 4) - 4, true);
  const int = () => Number(view.getBigInt64((at += 8) - 8, true));
  const real = () => view.getFloat64((at += 8) - 8, true);
  const list = item => () => Array.from({ length: u32() }, item);
  const maybe = item => () => u8() ? item() : null;
  const record = parts => () => {
    const value = {};
    for (const name in parts) value[name] = parts[name]();
    return value;
  };
  const text = () => {
    const count = u32();
    return new TextDecoder().decode(bytes.subarray(at, at += count));
  };
  const [ints, reals] = [list(int), list(real)];
  const rate = record({ lr: real, momentum: maybe(real) });
  const epoch = record({
    epoch: int, rate, loss: real, accuracy: maybe(real), valLoss: real, valAccuracy: maybe(real), gradNorm: real,
  });
  const statistics = record({ mean: real, deviation: real, minimum: real, maximum: real, zeros: int, histogram: ints });
  const term = record({ input: int, x: real, weight: real, product: real });
  const gate = () => record({ input: unit, state: unit, value: real })();
  const unit = record({
    index: int, terms: list(term), rest: real, restCount: int, bias: maybe(real), sum: real, gates: list(gate), states: reals,
  });
  const step = record({
    kind: u8, firstLayer: int, endLayer: int, shape: ints, values: reals, preactivations: reals, statistics, units: list(unit),
  });
  const predictions = list(record({
    choice: int, row: int, loadedRow: int, steps: list(step), probabilities: reals, answer: reals, target: reals,
  }));
  const formula = () => { list(() => u8() === 255 && real())(); return text(); };
  const argument = () => [() => null, u8, int, real, int, ints, reals, list(component), formula, text][u8()]();
  const component = () => record({
    category: u8, row: int, arguments: list(argument), initializers: list(record({ parameter: int, component })),
  })();
  const layer = record({
    component, input: ints, output: ints, weights: list(record({ name: text, offset: int, shape: ints })), multiplyAdds: int,
  });
  const sample = record({ rows: ints, columns: int, features: reals, targets: reals });
  const model = record({
    layers: list(layer), parameterCount: int, initialParameters: reals, finalParameters: reals, firstBatch: sample, link: u8,
    snapshots: reals,
  });
  return {
    epoch, predictions,
    trace: record({
      epochs: list(epoch),
      steps: record({ perEpoch: int, lr: reals, momentum: reals, loss: reals, accuracy: reals, gradNorm: reals }),
      nextRate: rate, stoppedEarly: u8, evaluation: list(record({ row: int, shape: ints, values: reals })), predictions,
      outcome: record({ rows: int, classes: int, loss: real, targets: reals, predictions: reals, probabilities: reals }),
      model,
    }),
    error: record({ tag: u8, names: list(text), numbers: reals, place: maybe(record({ part: u8, index: int })) }),
  };
};

// What an error says, in the words of the command line.
function sentence({ tag, names: [component, parameter, requirement], numbers }) {
  const [a, b, c] = numbers, are = `${b === 1 ? 'is' : 'are'} ${b}`, samples = count => count === 1 ? 'sample' : 'samples';
  const cut = numbers.indexOf(-1);
  const [expected, found] = [numbers.slice(0, cut), numbers.slice(cut + 1)].map(sizes => sizes.join(' × '));
  return [
    `${component} takes the shape ${expected}, and is given ${found}`,
    `${parameter} of ${component} is ${a}, and what comes in has ${b}`,
    `${component} takes ${parameter}, and is given the shape ${found}`,
    `${parameter} of ${component}: ${requirement}`,
    `training diverged: loss or gradient is no finite number in epoch ${a}, at step ${b}, at a learning rate of ${+Number(c).toPrecision(4)}`,
    `the run would take ${Number(a).toLocaleString('en')} of ${component}, and may take ${Number(b).toLocaleString('en')}`,
    component === 'batch_size' ? `batch_size is ${a}, and there ${are} training ${samples(b)}`
      : component === 'predict' ? `there is no validation sample ${a - 1}: ${b === 1 ? 'the only one is number 0' : `they are numbered 0 to ${b - 1}`}`
      : `${component} needs ${a} ${samples(a)}, and there ${are}`,
    'the data of this dataset was not read', component,
  ][tag];
}

// The worker's whole program: calls the module's functions by their names; without a name it only gets ready.
function work() {
  let engine;
  onmessage = async ({ data: [module, name, bytes] }) => {
    try {
      if (module) engine = (await WebAssembly.instantiate(module)).exports;
      if (!name) { postMessage([0]); return; }
      const { glassbox_allocate: allocate, glassbox_free: free, memory } = engine;
      const place = bytes && allocate(bytes.length);
      if (bytes) new Uint8Array(memory.buffer, place).set(bytes);
      const result = engine['glassbox_' + name](place, bytes?.length);
      if (bytes) free(place);
      const count = new DataView(memory.buffer).getUint32(result, true);
      const value = new Uint8Array(memory.buffer, result + 4, count).slice();
      free(result);
      postMessage([value[0], value.subarray(1)], [value.buffer]);
    } catch (error) { postMessage([-1, String(error)]); }
  };
}

const engine = document.currentScript.engine = (() => {
  const module = pieces.then(assemble).then(bytes => WebAssembly.compile(bytes));
  const whole = async parts => new Uint8Array(await new Blob(parts).arrayBuffer());

  // The data came as Sources/Views/Try/Table+Columns.swift writes them; the engine takes rows.
  const tableBytes = async () => {
    if (!byId('engine-data').textContent) return whole([Uint8Array.of(0)]);
    const bytes = new Uint8Array(await unpacked('engine-data').arrayBuffer());
    const [rows, columns, width] = Array.from(new BigInt64Array(bytes.slice(0, 24).buffer), Number);
    const all = Array.from({ length: rows }, (_, row) => row), across = Math.floor(Math.sqrt(columns));
    let at = 32;
    const matrix = (width, order) => {
      const size = bytes[at++], length = rows * width, part = bytes.slice(at, at += size * length);
      const found = size > 1 ? new Float64Array(part.buffer) : part, values = new Float64Array(length);
      const near = (row, column) => size > 1 || column < 0 ? 0 : values[row * width + column];
      for (let column = 0; column < width; column++) {
        order(column, near).forEach((row, i) => { values[row * width + column] = found[column * rows + i]; });
      }
      return values;
    };
    const targets = matrix(width, () => all);
    const features = matrix(columns, (column, near) => all.toSorted((a, b) => targets[a * width] - targets[b * width]
      || near(a, column - across) - near(b, column - across) || near(a, column - 1) - near(b, column - 1)));
    return whole([
      Uint8Array.of(1), bytes.subarray(0, 32), short(features.length), features, short(targets.length), targets, bytes.subarray(at),
    ]);
  };
  let table;

  // One worker, one job at a time; a job that is given up ends at once, its worker with it.
  const runner = () => {
    let worker, last = Promise.resolve();
    const call = async (signal, name, bytes) => {
      const fresh = worker ? null : await module;
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (fresh) worker = start(`(${work})()`);
        const end = error => { worker.terminate(); worker = null; reject(error); };
        const give = () => end(signal.reason);
        signal?.addEventListener('abort', give);
        worker.onerror = () => end(new Error('the engine could not be started'));
        worker.onmessage = ({ data: [status, value] }) => {
          signal?.removeEventListener('abort', give);
          if (status === 0) resolve(value);
          else if (status === 3) resolve(null);
          else if (status === 1) {
            const fault = read(value).error();
            reject(Object.assign(new Error(sentence(fault)), { fault }));
          } else end(new Error(status < 0 ? `the engine stopped (${value})` : 'the engine does not take these settings'));
        };
        worker.postMessage([fresh, name, bytes]);
      });
    };
    return (signal, job) => {
      const turn = last.then(() => job((name, bytes) => call(signal, name, bytes)));
      last = turn.catch(() => {});
      return turn;
    };
  };
  const [own, other] = [runner(), runner()];

  const begin = async (call, changes = []) => {
    const parts = [await (table ||= tableBytes())];
    let rest = decode(lesson.pipeline);
    for (const [offset, length, value] of [...changes].sort((a, b) => b[0] - a[0])) {
      parts.unshift(value, rest.subarray(offset + length));
      rest = rest.subarray(0, offset);
    }
    await call('begin', await whole([rest, ...parts]));
  };
  const train = (run, changes, { onEpoch, signal } = {}) => run(signal, async call => {
    await call('');
    const start = performance.now();
    await begin(call, changes);
    for (let bytes; (bytes = await call('advance'));) onEpoch?.(read(bytes).epoch());
    const [, digest, bytes] = (value => [0, value.slice(0, 8).reverse(), value.subarray(8)])(await call('finish'));
    return Object.assign(read(bytes).trace(), {
      bytes, digest: [...digest].map(byte => byte.toString(16).padStart(2, '0')).join(''), milliseconds: performance.now() - start,
    });
  });

  // What rows say after every epoch, from before the first: promises, kept one by one as the run gets there.
  const follow = rows => {
    const ends = [];
    const slots = Array.from({ length: lesson.epochs + 1 }, () => new Promise((...pair) => ends.push(pair)));
    slots.forEach(slot => slot.catch(() => {}));
    own(null, async call => {
      await begin(call);
      const asked = await whole([short(rows.length), ...rows.map(long)]);
      while (ends.length) {
        const said = await call('predict', asked);
        const isLast = !await call('advance');
        ends.splice(0, isLast ? ends.length : 1).forEach(([resolve]) => resolve(said));
      }
    }).catch(error => ends.forEach(([, reject]) => reject(error)));
    return slots;
  };
  const followed = new Map();
  let trace;
  return {
    digest: lesson.digest,
    lesson: () => trace ||= train(own).then(trace => {
      document.dispatchEvent(new CustomEvent('glassbox:trace', { detail: { trace } }));
      return trace;
    }),
    async predictions(epoch, rows) {
      const key = rows.join();
      if (followed.size > 3 && !followed.has(key)) followed.clear();
      if (!followed.has(key)) followed.set(key, follow(rows));
      return read(await followed.get(key)[epoch]).predictions();
    },
    run: (changes, options) => train(other, changes, options),
    // The first part of the trace that differs from the build's; null where none does.
    difference({ bytes }) {
      let hash = 0xcbf29ce484222325n, at = 0;
      return lesson.parts.find(([, end, digest]) => {
        for (; at < end; at++) hash = BigInt.asUintN(64, (hash ^ BigInt(bytes[at] ?? 0)) * 0x100000001b3n);
        return hash !== BigInt('0x' + digest);
      })?.[0] ?? null;
    },
  };
})();
