// node run.mjs ENGINE.wasm PIPELINE: runs the pipeline's bytes in the module and writes what `glassbox_finish` gives.
// Status and milliseconds go to the standard error as JSON.
import { readFileSync, writeSync } from "node:fs";
import { Engine } from "./engine.mjs";

const [module, pipeline] = process.argv.slice(2).map((path) => readFileSync(path));
const engine = new Engine(new WebAssembly.Module(module));

const start = performance.now();
let result = engine.call("begin", pipeline);
const begun = performance.now();
let epochs = 0;
while (result.status === 0) {
  result = engine.call("advance");
  if (result.status === 0) epochs += 1;
}
const trained = performance.now();
if (result.status === 3) result = engine.call("finish");
const finished = performance.now();

for (let rest = result.value; rest.length > 0; ) rest = rest.subarray(writeSync(1, rest));
console.error(
  JSON.stringify({
    status: result.status,
    epochs,
    begin: begun - start,
    train: trained - begun,
    finish: finished - trained,
    memory: engine.exports.memory.buffer.byteLength,
  }),
);
