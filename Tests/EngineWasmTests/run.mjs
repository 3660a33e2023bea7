// node run.mjs ENGINE.wasm PIPELINE RUNS: runs the pipeline's bytes in the module so often, each time in a new instance,
// and prints the milliseconds that training took each time, as JSON. The first run is compiled as it goes, as a page's is.
import { readFileSync } from "node:fs";
import { Engine } from "./engine.mjs";

const [bytes, pipeline] = process.argv.slice(2, 4).map((path) => readFileSync(path));
const module = new WebAssembly.Module(bytes);

const train = Array.from({ length: Number(process.argv[4]) }, () => {
  const engine = new Engine(module);
  if (engine.call("begin", pipeline).status !== 0) throw new Error("the pipeline cannot be run");
  const start = performance.now();
  while (engine.call("advance").status === 0);
  const taken = performance.now() - start;
  if (engine.call("finish").status !== 0) throw new Error("the run failed");
  return taken;
});
console.log(JSON.stringify({ train }));
