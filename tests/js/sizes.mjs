// Prints what a browser has to load for each build: module and scripts, as they are, with gzip and with brotli as
// servers send them. Fails where a build is larger than what was reached before.
//
// The goals are of the transfer with gzip. They are not reached: the ceilings only keep the builds from growing unseen.
// They hold for a package with a standard library of its own (tests/wasm.sh); `--print-only` is for another one.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const PACKAGE = new URL("../../lokmin-wasm/", import.meta.url);

/** The entries: what is loaded first, the goal and the ceiling in KB (1,000 bytes) of gzip. */
const BUILDS = [
  { entry: "lokmin", script: "js/index.js", module: "pkg/lokmin_bg.wasm", goal: 110, ceiling: 417 },
  { entry: "lokmin/full", script: "js/full.js", module: "pkg/full_bg.wasm", goal: 180, ceiling: 630 },
];

/** Returns a script and every script that it imports. */
function scripts(first, seen = new Set()) {
  if (!seen.has(first.href)) {
    seen.add(first.href);
    for (const [, file] of readFileSync(first, "utf8").matchAll(/^(?:import|export) .*from "(\..*)";$/gm)) {
      scripts(new URL(file, first), seen);
    }
  }
  return [...seen];
}

/** Returns the bytes of files: as they are, with gzip, with brotli, each file by itself. */
function weigh(files) {
  const sizes = files.map((file) => {
    const bytes = readFileSync(new URL(file));
    return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  });
  return [0, 1, 2].map((column) => sizes.reduce((sum, size) => sum + size[column], 0));
}

const print = (sizes, name) => console.log(`${sizes.map((size) => String(size).padStart(10)).join("")}  ${name}`);

console.log("     bytes      gzip    brotli");
for (const { entry, script, module, goal, ceiling } of BUILDS) {
  const parts = [weigh([new URL(module, PACKAGE).href]), weigh(scripts(new URL(script, PACKAGE)))];
  const together = parts[0].map((size, column) => size + parts[1][column]);
  print(parts[0], module);
  print(parts[1], `scripts of ${entry}`);
  print(together, `${entry}: goal ${goal} KB, ceiling ${ceiling} KB`);
  if (together[1] > ceiling * 1000 && !process.argv.includes("--print-only")) {
    console.error(`${entry} has grown: ${together[1]} bytes of gzip are more than ${ceiling} KB`);
    process.exitCode = 1;
  }
}
