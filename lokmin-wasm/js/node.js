// The package as Node loads it: the rules come from the file system, because `fetch` reads no files there.

import { readFile } from "node:fs/promises";
import { load } from "./bridge.js";

export * from "./lokmin.js";

const RULES = new URL("../pkg/lokmin_wasm_bg.wasm", import.meta.url);

/** Loads the rules once; later calls wait for the first one. */
export function init(source = RULES) {
  return load(async () => (source instanceof URL && source.protocol === "file:" ? readFile(source) : source));
}
