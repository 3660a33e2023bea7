// node runs.mjs ENGINE.wasm UNPACK.wasm JOBS RESULTS: runs many pipelines, each in an instance of its own.
// A job is three blocks, each four bytes of length (little-endian) and bytes: the packed pieces of a module in the
// place of ENGINE.wasm, as a page has them, or nothing; a pipeline and its table; the validation rows to follow before training and after each epoch, or nothing. A
// result is two: a byte of status and what the run gave last; and what the rows gave, one after the other. A trap, which
// only a module that lacks something answers with, is status 255.
import { readFileSync, writeFileSync } from "node:fs";
import { Engine } from "./engine.mjs";

const page = (file, name) =>
  new Function(readFileSync(new URL(`../../Resources/page/${file}`, import.meta.url), "utf8") + `\nreturn ${name};`)();
const [unpack, assemble] = [page("script/unpack.js", "unpack"), page("engine/module.js", "assemble")];

const [modulePath, unpackerPath, jobsPath, resultsPath] = process.argv.slice(2);
const [whole, unpacker] = [modulePath, unpackerPath].map((path) => new WebAssembly.Module(readFileSync(path)));
const jobs = readFileSync(jobsPath);
const results = [];

function* blocks() {
  for (let at = 0; at < jobs.length; ) {
    const length = jobs.readUInt32LE(at);
    yield jobs.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}

function write(...parts) {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(parts.reduce((sum, part) => sum + part.length, 0));
  results.push(length, ...parts);
}

// Many lessons' modules are made of the same pieces.
const modules = new Map();
async function made(pieces) {
  const key = Buffer.from(pieces).toString("latin1");
  if (!modules.has(key)) modules.set(key, new WebAssembly.Module(await assemble(unpack(unpacker, pieces, false))));
  return modules.get(key);
}

async function run(pieces, pipeline, rows) {
  const seen = [];
  let result;
  try {
    const engine = new Engine(pieces.length ? await made(pieces) : whole);
    result = engine.call("begin", pipeline);
    while (result.status === 0) {
      if (rows.length) {
        const { status, value } = engine.call("predict", rows);
        seen.push(Uint8Array.of(status), value);
      }
      result = engine.call("advance");
    }
    if (result.status === 3) result = engine.call("finish");
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    result = { status: 255, value: Buffer.from(error.stack) };
  }
  write(Uint8Array.of(result.status), result.value);
  write(...seen);
}

const all = blocks();
for (let block = all.next(); !block.done; block = all.next()) await run(block.value, all.next().value, all.next().value);
writeFileSync(resultsPath, Buffer.concat(results));
