// node run.mjs ENGINE.wasm PIPELINE: runs the pipeline's bytes in the module and writes what `glassbox_finish` gives.
// Status and milliseconds go to the standard error as JSON.
import { readFileSync, writeSync } from "node:fs";

const [module, pipeline] = process.argv.slice(2).map((path) => readFileSync(path));
const { exports: engine } = new WebAssembly.Instance(new WebAssembly.Module(module));

/** The status and value of the result at `address`, which it gives back. */
function take(address) {
  const length = new DataView(engine.memory.buffer).getUint32(address, true);
  const block = new Uint8Array(engine.memory.buffer, address + 4, length).slice();
  engine.glassbox_free(address);
  return { status: block[0], value: block.subarray(1) };
}

const start = performance.now();
const input = engine.glassbox_allocate(pipeline.length);
new Uint8Array(engine.memory.buffer, input, pipeline.length).set(pipeline);
let result = take(engine.glassbox_begin(input, pipeline.length));
engine.glassbox_free(input);
const begun = performance.now();
let epochs = 0;
while (result.status === 0) {
  result = take(engine.glassbox_advance());
  if (result.status === 0) epochs += 1;
}
const trained = performance.now();
if (result.status === 3) result = take(engine.glassbox_finish());
const finished = performance.now();

for (let rest = result.value; rest.length > 0; ) rest = rest.subarray(writeSync(1, rest));
console.error(
  JSON.stringify({
    status: result.status,
    epochs,
    begin: begun - start,
    train: trained - begun,
    finish: finished - trained,
    memory: engine.memory.buffer.byteLength,
  }),
);
