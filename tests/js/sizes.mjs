// Prints what a browser has to load: the module after wasm-opt, and everything with gzip, as servers send it.

import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const PACKAGE = new URL("../../lokmin-wasm/", import.meta.url);
const scripts = readdirSync(new URL("js/", PACKAGE)).filter((file) => file !== "node.js").map((file) => `js/${file}`);

let total = 0;
console.log("     bytes      gzip");
for (const file of ["pkg/lokmin_wasm_bg.wasm", "pkg/lokmin_wasm.js", ...scripts]) {
  const bytes = readFileSync(new URL(file, PACKAGE));
  const packed = gzipSync(bytes, { level: 9 }).length;
  total += packed;
  console.log(`${String(bytes.length).padStart(10)}${String(packed).padStart(10)}  ${file}`);
}
console.log(`${String(total).padStart(20)}  together`);
