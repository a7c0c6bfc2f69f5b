// How Node finds the rules.

import { readFile } from "node:fs/promises";

/** Returns a function that reads the rules from an address; without one, from a file of the package. */
export function readRules(file) {
  const own = new URL(file, import.meta.url);
  return (source = own) => (source instanceof URL && source.protocol === "file:" ? readFile(source) : source);
}
