// node pack.mjs PACK UNPACK.wasm: packs texts of many kinds by the program PACK, unpacks them as a page does, and says how
// many came back; stops at the first that did not.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [pack, unpackerPath] = process.argv.slice(2);
const source = readFileSync(new URL("../../Resources/page/script/unpack.js", import.meta.url), "utf8");
const unpack = new Function(source + "\nreturn unpack;")();
const unpacker = new WebAssembly.Module(readFileSync(unpackerPath));

let state = 1;
const draw = (count) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % count;
const counted = (text) => {
  const count = [];
  for (let left = text.length; count.push(left > 127 ? (left & 127) | 128 : left), left > 127; left >>= 7);
  return Buffer.concat([Buffer.from(count), text]);
};
const texts = [Buffer.alloc(0), Buffer.alloc(5000), Buffer.from(source), Buffer.from("ABABABABA".repeat(700))];
for (const size of [1, 2, 127, 128, 3000, 20000]) texts.push(Buffer.from(Array.from({ length: size }, () => draw(256))));
for (let i = 0; i < 20; i++) texts.push(Buffer.from(Array.from({ length: draw(400) }, () => "let x = 10;\n"[draw(12)]).join("")));

for (const text of texts) {
  const { stdout } = spawnSync(pack, ["text"], { input: counted(text) });
  const back = Buffer.from(unpack(unpacker, stdout, true));
  if (!back.equals(text)) throw new Error(`a text of ${text.length} bytes came back as one of ${back.length}`);
}
console.log(`${texts.length} texts`);
